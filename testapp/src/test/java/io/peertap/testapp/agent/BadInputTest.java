package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.Hello;
import io.peertap.testapp.agent.hosts.NettyEcho;
import io.peertap.testapp.agent.hosts.Patient;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing that a user types can harm the host. Each mistake is one line that names the key, the
 * value and what would be right; the host prints and ends as ever.
 */
class BadInputTest {

  private static final int DEFAULT_PORT = 7337;
  private static final String AT_WORK = " at http://127.0.0.1:";

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "prot=7337           | option prot (agent argument) is unknown | did you mean port?",
        "colour=red          | option colour (agent argument) is unknown | peertap.jar options",
        "port=http           | option port=http (agent argument) | a number from 0 to 65535",
        "port=65536          | option port=65536 (agent argument) | a number from 0 to 65535",
        "peers.max=abc       | option peers.max=abc (agent argument) | a number from 0 to 10000",
        "peers.label=name    | option peers.label=name (agent argument) | hash, short, full or off",
        "tick=5              | option tick=5 (agent argument) | a duration (500ms, 30s",
        "netty.enabled=maybe | option netty.enabled=maybe (agent argument) | true or false",
        "config=/no/file     | option config=/no/file (agent argument) | there is no such file",
        "config=/            | option config=/ (agent argument) | not a regular file",
        "token.file=/no/file | option token.file=/no/file (agent argument) | every protected request is refused",
        "log.file=/no/file   | option log.file=/no/file | logging to stderr",
        "nonsense            | element 1 is not accepted | key=value, a port or host:port",
      })
  void isOneLine(String argument, String what, String accepted) throws IOException {
    RunningJvm hello = jvms.jvm().agent(argument).run(Hello.class);

    assertThat(hello.err().lines()).singleElement().asString().startsWith("peertap: ");
    assertThat(hello.err()).contains(what, accepted);
    assertThat(hello.out()).isEqualTo("Hello, world\n");
    assertThat(hello.exitCode()).isEqualTo(Hello.EXIT);
  }

  @Test
  void badSystemPropertyIsOneLine() throws IOException {
    RunningJvm hello = jvms.jvm().flags("-Dpeertap.port=many").agent().run(Hello.class);

    assertThat(hello.err().lines())
        .singleElement()
        .asString()
        .contains("port=many", "system property", "a number from 0 to 65535");
    assertThat(hello.out()).isEqualTo("Hello, world\n");
    assertThat(hello.exitCode()).isEqualTo(Hello.EXIT);
  }

  @Test
  void portThatWasAskedForNeverMoves() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RunningJvm host = jvms.jvm().agent("port=" + taken.getLocalPort()).start(Patient.class);
      host.awaitErr("port " + taken.getLocalPort() + " on 127.0.0.1 is refused by the system");

      assertEndsAsEver(host);
      assertThat(host.err().lines()).singleElement().asString().contains("set port= to a free one");
    }
  }

  @Test
  void defaultPortMovesToTheNext() throws IOException {
    try (AutoCloseable ours = takeDefaultPort()) {
      Jvm jvm = jvms.jvm();
      RunningJvm host = jvm.agent("port.file=" + jvm.portFile()).start(Patient.class);
      int port = host.port();

      assertEndsAsEver(host.awaitErr(AT_WORK));
      assertThat(port).isBetween(DEFAULT_PORT + 1, DEFAULT_PORT + 9);
      assertThat(host.agentLines()).hasSize(2);
      assertThat(host.agentLines().get(0)).contains("port 7337 is taken, using " + port);
      assertThat(ours).as("held all the time").isNotNull();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Or leaves it to whoever has it already. */
  private static AutoCloseable takeDefaultPort() throws IOException {
    try {
      return new ServerSocket(DEFAULT_PORT, 1, InetAddress.getLoopbackAddress());
    } catch (BindException e) {
      return () -> {};
    }
  }

  @Test
  void unreadableTokenFileClosesMetrics() throws IOException {
    RunningJvm host = jvms.jvm().agentOnAnyPort("token.file=/no/file").start(Patient.class);

    Scrape.Answer metrics = Scrape.get(host.port(), "/metrics", "text/plain");

    assertThat(metrics.status()).isEqualTo(503);
    assertThat(metrics.text()).contains("token.file").doesNotContain("peertap_");
    assertThat(Scrape.get(host.port(), "/-/healthy", "text/plain").status()).isEqualTo(200);
    assertEndsAsEver(host.awaitErr(AT_WORK));
    assertThat(host.agentLines()).hasSize(2);
  }

  @Test
  void openAddressWithoutTokenIsNotUsed() throws IOException {
    RunningJvm host = jvms.jvm().agentOnAnyPort("host=0.0.0.0").start(Patient.class);
    int port = host.port();

    assertThat(isOpen("127.0.0.1", port)).isTrue();
    assertThat(isOpen("127.0.0.2", port)).as("only loopback's one address").isFalse();
    assertEndsAsEver(host.awaitErr(AT_WORK));
    assertThat(host.agentLines()).hasSize(2);
    assertThat(host.agentLines().get(0))
        .contains("host=0.0.0.0 is NOT used", "token=", "insecure=true");
    assertThat(host.agentLines().get(1)).contains("http://127.0.0.1:" + port + '/');
  }

  private static boolean isOpen(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void switchedOffDoesNothingAtAll() throws IOException {
    Path loaded = jvms.folder().resolve("loaded");
    Echo echo = Echo.of(jvms.jvm()
        .flags("-Xlog:class+load:file=" + loaded)
        .agentOnAnyPort("enabled=false")
        .start(NettyEcho.class));

    assertThat(echo.jvm().jcmd("Thread.print")).contains("\"main\"").doesNotContain("\"peertap");
    assertThat(echo.end().agentLines()).isEmpty();
    assertThat(Files.readString(loaded)).doesNotContain("bytebuddy").doesNotContain("httpserver");
  }

  @Test
  void moduleSwitchedOffHooksNothing() throws IOException {
    Echo echo = Echo.of(jvms.jvm().agentOnAnyPort("netty.enabled=false").start(NettyEcho.class));

    Scrape scrape = echo.jvm().scrape();
    assertThat(scrape.sum("agent_info")).as("the endpoint serves").isEqualTo(1);
    assertThat(scrape.sum("agent_hooks", "state=\"active\"")).isZero();
    assertThat(scrape.sum("connections_opened_total")).isZero();
    assertThat(scrape.sum("sent_bytes_total")).isZero();
    echo.jvm().awaitErr(AT_WORK);
    assertThat(echo.end().agentLines()).singleElement().asString().contains("nothing yet");
  }

  private static void assertEndsAsEver(RunningJvm host) throws IOException {
    host.awaitLines(1, "ready").tell("");
    assertThat(host.exitCode()).isZero();
    assertThat(host.out()).isEqualTo("ready\nbye\n");
    assertThat(host.otherLines()).isEmpty();
  }
}
