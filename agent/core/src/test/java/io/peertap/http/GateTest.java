package io.peertap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.config.Token;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

  @Test
  void host_loopbackNamesPass() {
    HostCheck check = new HostCheck("127.0.0.1", List.of());
    for (String host : List.of(
        "localhost",
        "LocalHost:7337",
        "localhost.",
        "127.0.0.1",
        "127.9.8.7:80",
        "[::1]",
        "[::1]:7337",
        "[0:0:0:0:0:0:0:1]:1")) {
      assertThat(check.allowed(host, LOCAL)).as(host).isTrue();
    }
  }

  @Test
  void host_othersDoNot() {
    HostCheck check = new HostCheck("127.0.0.1", List.of());
    for (String host : List.of(
        "",
        ":",
        ":80",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.1",
        "10.0.0.1",
        "[::2]",
        "[::1",
        "::1:80:",
        "localhost:80:80",
        "x@localhost",
        "[localhost]x",
        "999.0.0.1",
        "127.0.0.1:1:2")) {
      assertThat(check.allowed(host, LOCAL)).as(host).isFalse();
    }
  }

  @Test
  void host_namedByOptionsPass() {
    HostCheck check = new HostCheck("node.example", List.of("Alias.example", "[fe80::1]"));
    assertThat(check.allowed("node.example:7337", LOCAL)).isTrue();
    assertThat(check.allowed("alias.example", LOCAL)).isTrue();
    assertThat(check.allowed("[fe80::1]:1", LOCAL)).isTrue();
  }

  @Test
  void host_addressOfTheSocketPasses() throws Exception {
    HostCheck check = new HostCheck("0.0.0.0", List.of());
    assertThat(check.allowed("10.1.2.3:7337", InetAddress.getByName("10.1.2.3")))
        .isTrue();
    assertThat(check.allowed("10.1.2.4:7337", InetAddress.getByName("10.1.2.3")))
        .isFalse();
  }

  @Test
  void foreignHost_is403NamingTheOption() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.ANY_PORT)) {
      String answer = endpoint.send("GET /metrics", "evil.example");
      assertThat(Endpoint.status(answer)).isEqualTo(403);
      assertThat(answer).contains("hosts=").doesNotContain("peertap_");
    }
  }

  @Test
  void missingDoubledOrAbsoluteForeignHost_is403() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.ANY_PORT)) {
      assertThat(Endpoint.status(endpoint.send("GET /metrics", null))).isEqualTo(403);
      assertThat(Endpoint.status(endpoint.send("GET /metrics", "localhost", "Host: evil.example")))
          .isEqualTo(403);
      assertThat(Endpoint.status(endpoint.send("GET http://evil.example/metrics", "localhost")))
          .isEqualTo(403);
      assertThat(Endpoint.status(endpoint.send("GET //evil.example/metrics", "localhost")))
          .isEqualTo(403);
    }
  }

  @Test
  void hostInOption_passes() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.hosts("node-1"))) {
      assertThat(Endpoint.status(endpoint.send("GET /metrics", "node-1:7337"))).isEqualTo(200);
    }
  }

  @Test
  void token_missingOrWrong_is401() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.host("127.0.0.1", Token.of("s3cret"), false))) {
      for (String header : List.of(
          "X: y",
          "Authorization: Bearer no",
          "Authorization: Basic s3cret",
          "Authorization: Bearer",
          "Authorization: Bearer s3cret2")) {
        String answer = endpoint.get("/metrics", header);
        assertThat(Endpoint.status(answer)).as(header).isEqualTo(401);
        assertThat(answer)
            .contains("Www-authenticate: Bearer", "option token")
            .doesNotContain("s3cret", "peertap_");
      }
    }
  }

  @Test
  void token_right_passes() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.host("127.0.0.1", Token.of("s3crét"), false))) {
      assertThat(Endpoint.status(endpoint.get("/metrics", "authorization: bearer s3crét")))
          .isEqualTo(200);
    }
  }

  @Test
  void token_unavailable_refusesEverythingButProbes() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.host("127.0.0.1", Token.UNAVAILABLE, false))) {
      for (String header :
          List.of("X: y", "Authorization: Bearer ", "Authorization: Bearer null")) {
        String answer = endpoint.get("/metrics", header);
        assertThat(Endpoint.status(answer)).isEqualTo(503);
        assertThat(answer).contains("could not be read").doesNotContain("peertap_");
      }
      assertThat(Endpoint.status(endpoint.get("/"))).isEqualTo(503);
      assertThat(Endpoint.status(endpoint.get("/nothing"))).isEqualTo(503);
      assertThat(Endpoint.status(endpoint.get("/livez"))).isEqualTo(200);
    }
  }

  @Test
  void probes_needNeitherHostNorToken() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.host("127.0.0.1", Token.of("t"), false))) {
      assertThat(Endpoint.status(endpoint.send("GET /livez", "10.9.8.7"))).isEqualTo(200);
      assertThat(Endpoint.status(endpoint.send("GET /readyz", null))).isEqualTo(200);
    }
  }
}
