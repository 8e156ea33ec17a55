package io.peertap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StorageUseTest {

  @TempDir
  private Path folder;

  private final List<String> notices = new ArrayList<>();
  private Path data;

  @BeforeEach
  void fill() throws IOException {
    data = Files.createDirectories(folder.resolve("data/db")).getParent();
    Files.write(data.resolve("a"), new byte[1_000]);
    Files.write(data.resolve("db/b"), new byte[200]);
    Files.write(folder.resolve("elsewhere"), new byte[50_000]);
  }

  private StorageUse use(Path... directories) {
    return new StorageUse(List.of(directories).stream().map(Path::toString).toList(), notices::add);
  }

  private static List<Double> walked(StorageUse use) {
    use.walk();
    return Heard.of(use);
  }

  @Test
  void beforeTheFirstWalk_thereIsNoSeries() {
    assertThat(Heard.of(use(data))).isEmpty();
  }

  @Test
  void filesBelow_addUp_andTheNextWalkSeesWhatChanged() throws IOException {
    StorageUse use = use(data);
    assertThat(walked(use)).containsExactly(1_200.0);

    Files.write(data.resolve("db/c"), new byte[34]);
    Files.delete(data.resolve("a"));
    assertThat(Heard.of(use)).containsExactly(1_200.0);
    assertThat(walked(use)).containsExactly(234.0);
    assertThat(notices).isEmpty();
  }

  @Test
  void directoriesWithinEachOther_countOnce() {
    assertThat(walked(use(data.resolve("db"), data, data))).containsExactly(1_200.0);
    assertThat(walked(use(data.resolve("db"), folder.resolve("elsewhere"))))
        .containsExactly(50_200.0);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linksBelow_areNotFollowed_oneThatIsNamedIs() throws IOException {
    Files.createSymbolicLink(data.resolve("out"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(data.resolve("db/loop"), data);
    Path named = Files.createSymbolicLink(folder.resolve("named"), data);

    assertThat(walked(use(data))).containsExactly(1_200.0);
    assertThat(walked(use(named))).containsExactly(1_200.0);
    assertThat(notices).isEmpty();
  }

  @Test
  void whatIsNotThere_isOneLine_untilItIs() throws IOException {
    StorageUse use = use(data, folder.resolve("later"));
    assertThat(walked(use)).containsExactly(1_200.0);
    use.walk();
    assertThat(notices)
        .containsExactly("option storage.paths: " + folder.resolve("later")
            + " cannot be read and is not counted: NoSuchFileException");

    Files.write(Files.createDirectory(folder.resolve("later")).resolve("x"), new byte[3]);
    assertThat(walked(use)).containsExactly(1_203.0);
    assertThat(notices).hasSize(1);
  }

  @Test
  void nothingReadable_hasNoSeries() {
    assertThat(walked(use(folder.resolve("no")))).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void unreadableDirectoryBelow_isOneLine_andTheRestCounts() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root reads everything");
    Path secret = data.resolve("db");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    try {
      StorageUse use = use(data);
      assertThat(walked(use)).containsExactly(1_000.0);
      use.walk();
      assertThat(notices)
          .singleElement()
          .asString()
          .contains("storage.paths", secret.toString(), "AccessDenied");
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void walksEndAtTheirBound_andSaySo() {
    StorageUse use = new StorageUse(List.of(data.toString()), 2, notices::add);
    use.walk();
    use.walk();
    assertThat(notices)
        .containsExactly(
            "option storage.paths: there are too many files, counting ends at " + data);
  }

  @Test
  void interrupted_keepsWhatItKnew() throws IOException {
    StorageUse use = use(data);
    use.walk();
    Files.write(data.resolve("more"), new byte[9_000]);
    Thread.currentThread().interrupt();
    use.walk();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Heard.of(use)).containsExactly(1_200.0);
  }
}
