package io.peertap.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpLinkTest {

  private static final int PATIENCE_MILLIS = 10_000;

  private DatagramSocket server;
  private DatagramSocket client;
  private UdpLink link;

  @BeforeEach
  void open() throws IOException {
    server = socket();
    client = socket();
    link = new UdpLink((InetSocketAddress) server.getLocalSocketAddress());
    client.connect(link.address());
  }

  @AfterEach
  void close() {
    link.close();
    client.close();
    server.close();
  }

  @Test
  void withNothingWrong_everyDatagramPasses_bothWays() throws IOException {
    for (int i = 0; i < 10; i++) {
      send(i);
      DatagramPacket received = receive(server);
      assertThat(number(received)).isEqualTo(i);
      server.send(received);
      assertThat(number(receive(client))).isEqualTo(i);
    }
    assertThat(link.toServer().passed()).isEqualTo(10);
    assertThat(link.toServer().bytes()).isEqualTo(10 * Integer.BYTES);
    assertThat(link.toClients().passed()).isEqualTo(10);
    assertThat(link.toServer().lost()).isZero();
  }

  @Test
  void eachClientGetsItsOwnAnswers() throws IOException {
    try (DatagramSocket second = socket()) {
      second.connect(link.address());
      send(1);
      DatagramPacket first = receive(server);
      second.send(new DatagramPacket(bytes(2), Integer.BYTES));
      DatagramPacket other = receive(server);
      assertThat(other.getSocketAddress()).isNotEqualTo(first.getSocketAddress());
      server.send(first);
      server.send(other);
      assertThat(number(receive(client))).isEqualTo(1);
      assertThat(number(receive(second))).isEqualTo(2);
    }
  }

  @Test
  void everyThirdLost_theOthersCome() throws IOException {
    link.lose(Loss.every(3), Loss.NONE);
    assertThat(sent(9)).containsExactly(0, 1, 3, 4, 6, 7);
    assertThat(link.toServer().lost()).isEqualTo(3);
  }

  @Test
  void scriptedLoss_losesTheseAlone() throws IOException {
    link.lose(number -> number == 1 || number == 2, Loss.ALL);
    assertThat(sent(5)).containsExactly(0, 3, 4);
  }

  @Test
  void sameSeed_losesTheSame() throws IOException {
    link.lose(Loss.share(0.5, 42), Loss.NONE);
    List<Integer> first = sent(40);
    try (UdpLink again = new UdpLink((InetSocketAddress) server.getLocalSocketAddress())) {
      again.lose(Loss.share(0.5, 42), Loss.NONE);
      client.connect(again.address());
      UdpLink other = link;
      link = again;
      assertThat(sent(40)).isEqualTo(first);
      link = other;
    }
    assertThat(first).hasSizeBetween(10, 30);
  }

  @Test
  void delayedBothWays_theRoundTripTakesTwice() throws IOException {
    link.delay(Duration.ofMillis(30));
    long start = System.nanoTime();
    send(1);
    server.send(receive(server));
    receive(client);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(60));
  }

  @Test
  void stalled_nothingPasses_resumed_itComes() throws IOException {
    link.stall();
    send(7);
    server.setSoTimeout(50);
    assertThatThrownBy(() -> receiveNow(server)).isInstanceOf(SocketTimeoutException.class);
    assertThat(link.toServer().passed()).isZero();
    link.resume();
    assertThat(number(receive(server))).isEqualTo(7);
  }

  @Test
  void serverAway_datagramsVanish_andPassAgainWhenItIsBack() throws IOException {
    InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
    server.close();
    send(1);
    Awaitility.await().until(() -> link.toServer().passed() == 1);
    server = new DatagramSocket(address);
    Awaitility.await().untilAsserted(() -> {
      send(2);
      server.setSoTimeout(50);
      assertThat(number(receiveNow(server))).isEqualTo(2);
    });
  }

  @Test
  void notOnLoopback_isRefused() {
    assertThatThrownBy(() -> new UdpLink(new InetSocketAddress("192.0.2.1", 9)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void closed_thePortIsFree_andNoThreadRunsOn() throws IOException {
    link.close();
    new DatagramSocket(link.address()).close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("link"));
  }

  /** Sends so many and answers the numbers of those that came. */
  private List<Integer> sent(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      send(i);
    }
    Awaitility.await().until(() -> link.toServer().passed() + link.toServer().lost() == count);
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < link.toServer().passed()) {
      numbers.add(number(receive(server)));
    }
    return numbers;
  }

  private void send(int number) throws IOException {
    client.send(new DatagramPacket(bytes(number), Integer.BYTES));
  }

  private static DatagramPacket receive(DatagramSocket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return receiveNow(socket);
  }

  private static DatagramPacket receiveNow(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    socket.receive(packet);
    return packet;
  }

  private static byte[] bytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  private static int number(DatagramPacket packet) {
    return ByteBuffer.wrap(packet.getData()).getInt();
  }

  private static DatagramSocket socket() throws IOException {
    return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }
}
