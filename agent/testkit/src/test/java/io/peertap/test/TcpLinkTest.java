package io.peertap.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpLinkTest {

  private static final int PATIENCE_MILLIS = 10_000;

  private ServerSocket listener;
  private TcpLink link;
  private Socket client;
  private Socket server;

  @BeforeEach
  void open() throws IOException {
    listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    link = new TcpLink((InetSocketAddress) listener.getLocalSocketAddress());
    client = new Socket(link.address().getAddress(), link.address().getPort());
    client.setSoTimeout(PATIENCE_MILLIS);
    server = listener.accept();
    server.setSoTimeout(PATIENCE_MILLIS);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    link.close();
    listener.close();
  }

  @Test
  void withNothingWrong_bytesComeAsTheyWere_andTheEndWithThem() throws IOException {
    byte[] sent = new byte[3_000_000];
    new Random(1).nextBytes(sent);
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(client, sent));
    assertThat(server.getInputStream().readAllBytes()).isEqualTo(sent);
    writing.join();
    assertThat(link.toServer().bytes()).isEqualTo(sent.length);
    server.getOutputStream().write(new byte[10]);
    server.shutdownOutput();
    assertThat(client.getInputStream().readAllBytes()).hasSize(10);
    assertThat(link.toClients().bytes()).isEqualTo(10);
  }

  @Test
  void delayedBothWays_theRoundTripTakesTwice() throws IOException {
    link.delay(Duration.ofMillis(30));
    long start = System.nanoTime();
    client.getOutputStream().write(1);
    server.getOutputStream().write(server.getInputStream().read());
    assertThat(client.getInputStream().read()).isEqualTo(1);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(60));
  }

  @Test
  void reset_bothSidesSeeIt_andOthersMayConnect() throws IOException {
    link.reset();
    assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
    try (Socket next = new Socket(link.address().getAddress(), link.address().getPort());
        Socket accepted = listener.accept()) {
      next.getOutputStream().write(5);
      assertThat(accepted.getInputStream().read()).isEqualTo(5);
    }
  }

  @Test
  void oneSideResets_theOtherSeesIt() throws IOException {
    client.setSoLinger(true, 0);
    client.close();
    assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
  }

  @Test
  void stalled_nothingPasses_resumed_itComes() throws IOException {
    link.stall();
    client.getOutputStream().write(7);
    server.setSoTimeout(50);
    assertThatThrownBy(() -> server.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    link.resume();
    server.setSoTimeout(PATIENCE_MILLIS);
    assertThat(server.getInputStream().read()).isEqualTo(7);
  }

  @Test
  void nobodyListens_whoConnectsIsReset() throws IOException {
    listener.close();
    try (Socket late = new Socket(link.address().getAddress(), link.address().getPort())) {
      late.setSoTimeout(PATIENCE_MILLIS);
      assertThatThrownBy(() -> late.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void closed_connectionsEnd_thePortIsFree_andNoThreadRunsOn() throws IOException {
    link.close();
    assertThat(client.getInputStream().read()).isNegative();
    assertThatThrownBy(
            () -> new Socket(link.address().getAddress(), link.address().getPort()))
        .isInstanceOf(IOException.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("link"));
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
