package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host may use the libraries that the agent carries; its settings for them are its own. */
class HostSettingsTest {

  private static final String PROTOBUF =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";
  private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0";

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void neitherBreakNorChangeTheAgent(Jdk jdk) throws IOException {
    RunningJvm alone = Echo.of(jvm(jdk).start(NettyEcho.class)).end();

    Echo echo = Echo.of(jvm(jdk).agentOnAnyPort().start(NettyEcho.class));

    echo.awaitBytes(echo.bytes());
    assertAnswers(echo.jvm().port(), "text/plain", "text/plain");
    assertAnswers(echo.jvm().port(), OPEN_METRICS, "application/openmetrics-text");
    assertAnswers(echo.jvm().port(), PROTOBUF, "application/vnd.google.protobuf");
    echo.jvm().awaitErr("recognised netty");
    RunningJvm ended = echo.end();
    assertThat(ended.out()).isEqualTo(alone.out());
    assertThat(ended.otherLines()).isEqualTo(alone.otherLines());
    assertThat(ended.agentLines()).singleElement().asString().contains("recognised netty");
  }

  private static void assertAnswers(int port, String accept, String type) throws IOException {
    Scrape.Answer answer = Scrape.get(port, "/metrics", accept);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.type()).startsWith(type);
    assertThat(answer.text()).contains("peertap_connections_opened");
  }

  private Jvm jvm(Jdk jdk) throws IOException {
    return jvms.jvm(jdk)
        .flags(
            "-Dio.prometheus.exporter.http_server.colour=x",
            "-Dio.prometheus.metrics.histogram_native_initial_schema=zzz",
            "-Dnet.bytebuddy.dump=/nonexistent",
            "-Dnet.bytebuddy.experimental=maybe")
        .classPath(rubbish());
  }

  /** The Prometheus client looks for this file on the class path. */
  private Path rubbish() throws IOException {
    Path folder = Files.createTempDirectory(jvms.folder(), "rubbish");
    Files.writeString(
        folder.resolve("prometheus.properties"),
        "io.prometheus.metrics.histogram_native_initial_schema=zzz\n\\u00zz = rubbish\n");
    return folder;
  }
}
