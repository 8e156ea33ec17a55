package io.peertap.benchmarks.echo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

  @ParameterizedTest
  @ValueSource(strings = {"64x64", "65536x4", "1024x64-tls", "64x1-epoll", "64x64-serial"})
  void namesAreRead(String name) {
    assertThat(Exchange.parse(name).name()).isEqualTo(name);
  }
}
