package io.peertap.process;

import io.peertap.metric.Source;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The sizes of all files below some directories, as of the last walk. Links are not followed, but
 * for a directory that is named; what lies below two of them counts once.
 */
public final class StorageUse implements Source {

  /** Files and directories that one walk looks at. */
  private static final int MOST = 1_000_000;

  private static final String OPTION = "option storage.paths: ";

  private final List<String> directories;
  private final int most;
  private final Consumer<String> notices;
  private Set<String> told = Set.of();
  private volatile long bytes = -1;

  /**
   * Directories that nobody has looked at yet.
   *
   * @param notices hears what cannot be read, a line each, once for as long as it stays
   */
  public StorageUse(List<String> directories, Consumer<String> notices) {
    this(directories, MOST, notices);
  }

  StorageUse(List<String> directories, int most, Consumer<String> notices) {
    this.directories = List.copyOf(directories);
    this.most = most;
    this.notices = notices;
  }

  /** Adds up all files; takes as long as the disks do, and ends early on interrupt. */
  public void walk() {
    Walk walk = new Walk(most);
    for (Path root : roots(walk)) {
      walk.below(root);
    }
    if (!Thread.currentThread().isInterrupted()) {
      bytes = walk.any ? walk.bytes : -1;
      tell(walk.problems);
    }
  }

  @Override
  public void collect(Sink sink) {
    long known = bytes;
    if (known >= 0) {
      sink.add((double) known);
    }
  }

  private List<Path> roots(Walk walk) {
    Set<Path> real = new TreeSet<>();
    for (String directory : directories) {
      try {
        real.add(Path.of(directory).toRealPath());
      } catch (IOException | InvalidPathException e) {
        walk.problem(directory, e);
      }
    }
    List<Path> roots = new ArrayList<>();
    for (Path each : real) {
      if (real.stream().noneMatch(other -> each.startsWith(other) && !each.equals(other))) {
        roots.add(each);
      }
    }
    return roots;
  }

  private void tell(Set<String> problems) {
    for (String problem : problems) {
      if (!told.contains(problem)) {
        notices.accept(problem);
      }
    }
    told = problems;
  }

  /** One walk over everything. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Set<String> problems = new LinkedHashSet<>();
    private int left;
    private boolean any;
    private long bytes;
    private Path root;
    private boolean unreadable;

    Walk(int most) {
      this.left = most;
    }

    void below(Path directory) {
      root = directory;
      unreadable = false;
      try {
        Files.walkFileTree(directory, this);
      } catch (IOException e) {
        problem(directory.toString(), e);
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes is) {
      any = true;
      return look();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
      if (is.isRegularFile()) {
        any = true;
        bytes += is.size();
      }
      return look();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
      failed(file, cause);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException cause) {
      if (cause != null) {
        failed(directory, cause);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Files come and go while one walks. One line for each directory of the option is enough. */
    private void failed(Path file, IOException cause) {
      boolean gone = cause instanceof NoSuchFileException && !file.equals(root);
      if (!gone && !unreadable) {
        unreadable = true;
        problem(file.toString(), cause);
      }
    }

    private FileVisitResult look() {
      if (Thread.currentThread().isInterrupted()) {
        return FileVisitResult.TERMINATE;
      }
      if (--left < 0) {
        problems.add(OPTION + "there are too many files, counting ends at " + root);
        return FileVisitResult.TERMINATE;
      }
      return FileVisitResult.CONTINUE;
    }

    void problem(String path, Exception cause) {
      problems.add(OPTION + path + " cannot be read and is not counted: "
          + cause.getClass().getSimpleName());
    }
  }
}
