package io.peertap.operations.executor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadNamesTest {

  @ParameterizedTest
  @CsvSource({
    "pool-1-thread-3, pool-thread",
    "HttpClient-12-Worker-0, HttpClient-Worker",
    "ForkJoinPool.commonPool-worker-1, ForkJoinPool.commonPool-worker",
    "worker7, worker",
    "signer[5], signer",
    "a b #4, a b",
    "8-9, ''",
  })
  void numbersGo(String name, String common) {
    assertThat(ThreadNames.common(name)).isEqualTo(common);
  }
}
