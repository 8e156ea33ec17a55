package io.peertap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ResidentMemoryTest {

  @TempDir
  private Path folder;

  @Test
  void isReadInKibibytes() throws IOException {
    Path status = Files.writeString(
        folder.resolve("status"),
        "Name:\tjava\nVmSize:\t 99 kB\nVmRSS:\t  123456 kB\nThreads: 7\n");
    assertThat(Heard.of(new ResidentMemory(status))).containsExactly(123456 * 1024.0);
  }

  @Test
  void withoutTheFileOrTheLine_thereIsNoSeries() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "VmRSS: many kB\n");
    assertThat(Heard.of(new ResidentMemory(folder.resolve("none")))).isEmpty();
    assertThat(Heard.of(new ResidentMemory(other))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void ofThisProcess_coversItsUsedHeap() {
    assertThat(Heard.of(new ResidentMemory()))
        .singleElement()
        .satisfies(bytes -> assertThat(bytes).isBetween(10e6, 1e12));
  }
}
