package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTemplateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/metrics",
        "/api/v1/peers",
        "/eth/v2/beacon/light_client/finality_update",
        "/sha256/ed25519/deadbeef/cafe",
        "/getStateValidatorsByIdentifier/x",
        "/a//b/"
      })
  void words_stay(String path) {
    assertThat(RouteTemplate.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "123456",
        "-1.5",
        "2024-01-31",
        "a1b2c3d4",
        "0xdeadbeef",
        "0xab",
        "123e4567-e89b-12d3-a456-426614174000",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "QmYyQSo1c1Ym7orWxLYvCrM2EmxTFnR8CN3HrUAx1bqDqr",
        "12D3KooWD3eckifWpRn9wQpMG9R9hX3sD158z7EqHWmweQAJU5SA",
        "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
        "aGVsbG8gd29ybGQhMTIz=",
        "%2Fip4%2F127.0.0.1",
        "somebody@example.org",
        "10.0.0.1:9000",
        "caf\u00e9",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
      })
  void data_becomeAnId(String segment) {
    assertThat(RouteTemplate.of("/peers/" + segment)).isEqualTo("/peers/{id}");
    assertThat(RouteTemplate.of("/peers/" + segment + "/score")).isEqualTo("/peers/{id}/score");
  }

  @ParameterizedTest
  @CsvSource({
    "/a?b=c, /a",
    "/a/7?to=/x/y, /a/{id}",
    "/a#part, /a",
    "/a;session=4f/b, /a/b",
    "http://node:80/a/1, /a/{id}",
    "http://node:80, /",
    "'', ",
    "*, ",
    "node:443, "
  })
  void onlyThePathCounts(String target, String route) {
    assertThat(RouteTemplate.of(target)).isEqualTo(route);
  }

  @Test
  void longPaths_areCut() {
    assertThat(RouteTemplate.of("/a".repeat(5_000))).isEqualTo("/a".repeat(10) + "/{rest}");
  }
}
