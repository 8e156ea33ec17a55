package io.peertap.netty.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The Netty jars that the build has copied to {@code target/netty/<id>}, each opened in a class
 * loader of its own.
 */
public final class NettyVersions {

  public static final String OLDEST = "4.1.0";
  public static final String COMPILED = "4.1.132";
  public static final String LATEST_4_1 = "4.1.140";
  public static final String NATIVE_4_2 = "4.2.18";
  public static final String LATEST_4_2 = "4.2.20";
  public static final String GRPC = "grpc";
  public static final String RATIS = "ratis";

  private NettyVersions() {}

  /** Every id, plain ones first. */
  public static List<String> all() {
    return List.of(OLDEST, COMPILED, LATEST_4_1, NATIVE_4_2, LATEST_4_2, GRPC, RATIS);
  }

  /** The jars as they are; for the relocated ones the scenario is adapted. */
  public static NettyLoader open(String id) {
    return new NettyLoader(jars(id), prefixOf(id), false);
  }

  /** The jars of {@link #COMPILED} with all classes moved below a random package. */
  public static NettyLoader openRelocated() {
    String letters = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 24), 36);
    return openRelocated(COMPILED, "p" + letters + ".");
  }

  /** The jars with all classes moved below a package, given with the dot at its end. */
  public static NettyLoader openRelocated(String id, String prefix) {
    return new NettyLoader(jars(id), prefix, true);
  }

  /** The package that a jar's Netty has been moved to, with the dot at its end. */
  private static String prefixOf(String id) {
    return switch (id) {
      case GRPC -> "io.grpc.netty.shaded.";
      case RATIS -> "org.apache.ratis.thirdparty.";
      default -> "";
    };
  }

  private static URL[] jars(String id) {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "netty", id);
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(NettyVersions::url).toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
