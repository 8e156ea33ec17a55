package io.peertap.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedClassesTest {

  @Test
  void countsNamedApplicationClassesOfTheArchive() {
    SharedClasses without = SharedClasses.read(List.of(
        "java.lang.Object source: shared objects file",
        "java.util.Odd source: shared objects file (top)",
        "app.One source: shared objects file (top)",
        "app.Two source: shared objects file (top)",
        "app.One$$Lambda/0x00007f source: shared objects file (top)",
        "app.Three source: file:/app.jar"));
    SharedClasses with = SharedClasses.read(List.of(
        "app.One source: shared objects file (top)",
        "app.Two source: file:/app.jar",
        "app.Four source: shared objects file (top)"));

    assertThat(without.size()).isEqualTo(2);
    assertThat(without.keptBy(with)).isEqualTo(1);
  }
}
