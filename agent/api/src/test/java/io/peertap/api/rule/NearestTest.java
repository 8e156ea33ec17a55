package io.peertap.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void fewestEditsWin() {
    assertThat(Nearest.of("knitten", List.of("sitting", "kitten", "mitten"))).isEqualTo("kitten");
    assertThat(Nearest.of("", List.of("abc", "ab"))).isEqualTo("ab");
    assertThat(Nearest.of("abc", List.of("abd", "abc"))).isEqualTo("abc");
  }

  @Test
  void whatLooksLikeSomethingElse_isNotMeant() {
    assertThat(Nearest.of("port", List.of("sitting", "peers.max"))).isNull();
    assertThat(Nearest.of("kitten", List.of("sitting"))).isNull();
    assertThat(Nearest.of("kitten.tail", List.of("sitting.tail"))).isEqualTo("sitting.tail");
    assertThat(Nearest.of("x".repeat(65), List.of("x".repeat(65)))).isNull();
  }
}
