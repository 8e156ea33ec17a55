package io.peertap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.config.HttpSettings;
import io.peertap.config.Token;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir
  Path folder;

  @Test
  void defaultPort_taken_movesToTheNextAndSaysSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK);
        Endpoint endpoint = Endpoint.open(Endpoint.port(taken.getLocalPort(), false))) {
      assertThat(endpoint.port()).isBetween(taken.getLocalPort() + 1, taken.getLocalPort() + 9);
      await().until(() -> endpoint.notices.size() == 2);
      assertThat(endpoint.notices)
          .containsExactly(
              "peertap: port " + taken.getLocalPort() + " is taken, using " + endpoint.port()
                  + "; a port that is set with port= never moves",
              "peertap: listening on http://127.0.0.1:" + endpoint.port() + "/");
    }
  }

  @Test
  void setPort_taken_saysItOnceAndIsServedWhenFree() throws Exception {
    ServerSocket taken = new ServerSocket(0, 1, LOOPBACK);
    int port = taken.getLocalPort();
    try (Endpoint endpoint = new Endpoint(Endpoint.port(port, true))) {
      assertThat(endpoint.exporter.awaitBound(400)).isFalse();
      assertThat(endpoint.exporter.url()).isNull();
      assertThat(endpoint.notices)
          .singleElement()
          .asString()
          .startsWith("peertap: port " + port
              + " on 127.0.0.1 is refused by the system (Address already in use")
          .contains("set port= to a free one or 0");
      taken.close();
      assertThat(endpoint.exporter.awaitBound(10_000)).isTrue();
      assertThat(Endpoint.status(endpoint.get("/livez"))).isEqualTo(200);
      assertThat(endpoint.exporter.url()).isEqualTo("http://127.0.0.1:" + port + "/");
    }
  }

  @Test
  void hostThatIsNotOurs_isTriedAgain() throws Exception {
    try (Endpoint endpoint = new Endpoint(Endpoint.host("192.0.2.1", Token.of("t"), false))) {
      assertThat(endpoint.exporter.awaitBound(300)).isFalse();
      assertThat(endpoint.notices)
          .singleElement()
          .asString()
          .contains("Cannot assign requested address");
    }
  }

  @Test
  void portFile_holdsThePort() throws Exception {
    Path file = folder.resolve("port");
    try (Endpoint endpoint = Endpoint.open(Endpoint.portFile(file))) {
      await().until(() -> Files.exists(file));
      assertThat(file).hasContent(endpoint.port() + "\n");
      assertThat(folder.toFile().list()).containsExactly("port");
    }
  }

  @Test
  void portFile_thatCannotBeWritten_isOneLine() throws Exception {
    Path file = folder.resolve("missing").resolve("port");
    try (Endpoint endpoint = Endpoint.open(Endpoint.portFile(file))) {
      await().until(() -> endpoint.notices.size() == 2);
      assertThat(endpoint.notices.get(0))
          .startsWith("peertap: port.file=" + file + " cannot be written: ");
      assertThat(Endpoint.status(endpoint.get("/livez"))).isEqualTo(200);
    }
  }

  @Test
  void openAddress_withoutToken_isRefusedInFavourOfLoopback() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.host("0.0.0.0", Token.NONE, false))) {
      assertThat(endpoint.exporter.address().getAddress().isLoopbackAddress()).isTrue();
      assertThat(endpoint.notices.get(0))
          .contains("host=0.0.0.0 is NOT used", "token=", "insecure=true");
    }
  }

  @Test
  void openAddress_withTokenOrInsecure_isUsed() throws Exception {
    for (HttpSettings settings : List.of(
        Endpoint.host("0.0.0.0", Token.of("t"), false),
        Endpoint.host("0.0.0.0", Token.UNAVAILABLE, false),
        Endpoint.host("0.0.0.0", Token.NONE, true))) {
      try (Endpoint endpoint = Endpoint.open(settings)) {
        assertThat(endpoint.exporter.address().getAddress().isAnyLocalAddress()).isTrue();
      }
    }
  }

  @Test
  void insecure_isSaid() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.host("0.0.0.0", Token.NONE, true))) {
      assertThat(endpoint.notices.get(0)).contains("host=0.0.0.0 without a token");
    }
  }

  @Test
  void close_leavesNoThreadAndNoSocket() throws Exception {
    Endpoint endpoint = Endpoint.open(Endpoint.ANY_PORT);
    int port = endpoint.port();
    endpoint.get("/metrics");
    assertThat(threads())
        .contains("peertap-http", "peertap-http-1")
        .doesNotContain("HTTP-Dispatcher");
    endpoint.close();
    assertThat(threads()).isEmpty();
    Assertions.assertThatThrownBy(() -> connect(port)).isInstanceOf(ConnectException.class);
    assertThat(endpoint.exporter.address()).isNull();
  }

  @Test
  void close_beforeItIsBound_endsTheRetries() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      Endpoint endpoint = new Endpoint(Endpoint.port(taken.getLocalPort(), true));
      await().until(() -> !endpoint.notices.isEmpty());
      endpoint.close();
      assertThat(threads()).isEmpty();
    }
  }

  @Test
  void threads_areDaemonsWithoutTheHostsLoaderOrGroup() throws Exception {
    try (Endpoint endpoint = Endpoint.open(Endpoint.ANY_PORT)) {
      endpoint.get("/livez");
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().startsWith("peertap-")) {
          assertThat(thread.isDaemon()).as(thread.getName()).isTrue();
          assertThat(thread.getContextClassLoader()).as(thread.getName()).isNull();
          assertThat(thread.getThreadGroup().getName()).isEqualTo("peertap-http");
        }
      }
    }
  }

  @Test
  void clientsThatNeitherWriteNorRead_loseTheirConnectionWhenOthersWait() throws Exception {
    try (Endpoint endpoint = new Endpoint(Endpoint.ANY_PORT, TimeUnit.MILLISECONDS.toNanos(300))) {
      assertThat(endpoint.exporter.awaitBound(10_000)).isTrue();
      Socket[] silent = new Socket[8];
      for (int i = 0; i < silent.length; i++) {
        silent[i] = endpoint.connect();
        silent[i].getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
      }
      await().pollInterval(200, TimeUnit.MILLISECONDS).until(() -> answers(endpoint));
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static boolean answers(Endpoint endpoint) {
    try (Socket socket = endpoint.connect()) {
      socket.setSoTimeout(500);
      socket
          .getOutputStream()
          .write("GET /livez HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == 'H';
    } catch (IOException e) {
      return false;
    }
  }

  private static void connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, port), 1_000);
    }
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("peertap-") || name.equals("HTTP-Dispatcher"))
        .toList();
  }
}
