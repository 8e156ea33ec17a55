package io.peertap.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the files go: all of them or none. They are written beside their place and moved there when
 * they are complete.
 */
public final class KitFolder {

  /** What stands in the way; the message is one line that says what to do. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private final Path folder;

  /** A folder that exists or not. */
  public KitFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Writes files by their path in the folder.
   *
   * @param force replaces files of these names in a folder that is not empty, and leaves the others
   */
  public void write(Map<String, byte[]> files, boolean force) throws Refused {
    check(force);
    Path beside = null;
    try {
      beside = Files.createTempDirectory(nearest(), ".peertap-kit-");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = beside.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      for (String file : files.keySet()) {
        Path place = folder.resolve(file);
        Files.createDirectories(place.getParent());
        Files.move(beside.resolve(file), place, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (AccessDeniedException e) {
      throw new Refused(folder + " cannot be written to; choose another folder with --out");
    } catch (IOException e) {
      throw new Refused(folder + " cannot be written to (" + e.getMessage()
          + "); choose another folder with --out");
    } finally {
      remove(beside);
    }
  }

  private void check(boolean force) throws Refused {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
      throw new Refused(folder + " is not a folder; choose another one with --out");
    }
    if (!force && !isEmpty()) {
      throw new Refused(
          folder + " is not empty; choose another folder, or replace the kit in it with --force");
    }
  }

  private boolean isEmpty() throws Refused {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new Refused(folder + " cannot be read; choose another folder with --out");
    }
  }

  /** On the same disk, so that moving is renaming. */
  private Path nearest() {
    Path nearest = folder;
    while (!Files.isDirectory(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  private static void remove(Path beside) {
    if (beside == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(beside)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
