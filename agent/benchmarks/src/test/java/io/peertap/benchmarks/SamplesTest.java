package io.peertap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  private final Samples samples = new Samples();

  @Test
  void areReadAsTheyWereWritten(@TempDir Path folder) throws Exception {
    samples.add("read/ns", 8.25);
    samples.add("write, ns", 47);
    samples.add("read/ns", 1e-4);

    samples.write(folder.resolve("hook.tsv"));
    Samples read = Samples.read(folder.resolve("hook.tsv"));

    assertThat(read.names()).containsExactly("read/ns", "write, ns");
    assertThat(read.of("read/ns")).containsExactly(8.25, 1e-4);
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".draft"));
  }

  @Test
  void beginWithThoseThatWereMeasuredFirst() {
    samples.add("read", 8);
    samples.add("read", 9);
    samples.add("write", 47);

    assertThat(samples.first(1).of("read")).containsExactly(8);
    assertThat(samples.first(2).of("write")).containsExactly(47);
  }

  @Test
  void whatWasNotMeasuredIsNotZero() {
    assertThatThrownBy(() -> samples.of("read")).isInstanceOf(NoSuchElementException.class);
  }
}
