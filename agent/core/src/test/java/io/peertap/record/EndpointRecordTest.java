package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Endpoint;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.junit.jupiter.api.Test;

/** A datagram socket: traffic by remote, a bounded number of remotes, and no count lost. */
class EndpointRecordTest {

  private static final int MAX_REMOTES = 1024;

  private final Tables tables = new Tables(2000);
  private final FakeCarrier carrier = new FakeCarrier();
  private final Endpoint endpoint =
      tables.records.connections().endpoint(carrier, FakeCarrier.VIEW, Transport.UDP);

  @Test
  void trafficIsCountedByRemote() {
    endpoint.received(remote(1), 10);
    endpoint.received(remote(1), 20);
    endpoint.sent(remote(2), 5);
    endpoint.sent(remote(1), 7);
    endpoint.received(null, 1);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("peer_received_bytes_total", "peer", "192.0.2.1:1")).isEqualTo(30);
    assertThat(numbers.sum("peer_messages_received_total", "peer", "192.0.2.1:1"))
        .isEqualTo(2);
    assertThat(numbers.sum("peer_sent_bytes_total", "peer", "192.0.2.1:1")).isEqualTo(7);
    assertThat(numbers.sum("peer_sent_bytes_total", "peer", "192.0.2.1:2")).isEqualTo(5);
    assertThat(numbers.sum("peer_received_bytes_total", "peer", "other")).isEqualTo(1);
    assertThat(numbers.sum("received_bytes_total", "transport", "udp")).isEqualTo(31);
    assertThat(numbers.sum("messages_received_total")).isEqualTo(3);
    assertThat(numbers.sum("messages_sent_total")).isEqualTo(2);
    assertThat(numbers.sum("connections")).isZero();
  }

  @Test
  void carrierHasOneEndpoint() {
    assertThat(tables.records.connections().endpoint(carrier, FakeCarrier.VIEW, Transport.UDP))
        .isSameAs(endpoint);
    assertThat(tables.records.size()).isEqualTo(1);
  }

  @Test
  void remotesBeyondTheLimitAreOther() {
    for (int port = 1; port <= MAX_REMOTES + 100; port++) {
      endpoint.received(remote(port), 1);
    }

    Numbers numbers = tables.numbers();

    assertThat(tables.records.peerCount()).isEqualTo(MAX_REMOTES);
    assertThat(numbers.sum("peer_received_bytes_total", "peer", "other")).isEqualTo(100);
    assertThat(numbers.sum("received_bytes_total")).isEqualTo(MAX_REMOTES + 100);
  }

  @Test
  void silentRemoteIsForgottenAndItsPeerReleased() {
    Tables slotless = new Tables(0);
    Endpoint of = slotless.records.connections().endpoint(carrier, FakeCarrier.VIEW, Transport.UDP);
    of.received(remote(1), 10);
    slotless.records.tick();
    assertThat(slotless.records.peerCount()).isEqualTo(1);

    slotless.clock.pass(Tables.IDLE);
    slotless.records.tick(); // Found silent.
    slotless.records.tick(); // Forgotten.

    assertThat(slotless.records.peerCount()).isZero();
    assertThat(slotless.numbers().sum("received_bytes_total")).isEqualTo(10);
  }

  @Test
  void remoteThatSpeaksAgainIsNoticedWhereverItWas() {
    for (int round = 0; round < 4; round++) {
      endpoint.received(remote(1), 1);
      tables.records.tick();
      tables.clock.pass(Tables.IDLE);
      for (int ticks = 0; ticks < round; ticks++) {
        tables.records.tick();
      }
    }
    endpoint.received(remote(1), 1);

    Numbers numbers = tables.numbers();

    assertThat(tables.records.peerCount()).isEqualTo(1);
    assertThat(numbers.sum("peer_received_bytes_total", "peer", "192.0.2.1:1")).isEqualTo(5);
    assertThat(numbers.sum("messages_received_total")).isEqualTo(5);
  }

  @Test
  void busyRemoteStays() {
    Tables slotless = new Tables(0);
    Endpoint of = slotless.records.connections().endpoint(carrier, FakeCarrier.VIEW, Transport.UDP);
    for (int i = 0; i < 10; i++) {
      of.sent(remote(1), 1);
      slotless.records.tick();
      slotless.clock.pass(Tables.IDLE.minusNanos(1));
      slotless.records.tick();
    }

    assertThat(slotless.records.peerCount()).isEqualTo(1);
  }

  @Test
  void closedEndpointReleasesItsPeersOnce() {
    Tables slotless = new Tables(0);
    Endpoint of = slotless.records.connections().endpoint(carrier, FakeCarrier.VIEW, Transport.UDP);
    of.received(remote(1), 10);
    of.received(remote(2), 10);
    of.closed();
    of.closed();

    assertThat(slotless.records.peerCount()).isZero();
    assertThat(slotless.records.size()).isZero();
    assertThat(slotless.numbers().sum("received_bytes_total")).isEqualTo(20);
  }

  @Test
  void datagramsAfterTheCloseBelongToNobodyInParticular() {
    endpoint.received(remote(1), 10);
    endpoint.closed();
    endpoint.received(remote(1), 1);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("received_bytes_total")).isEqualTo(11);
    assertThat(numbers.sum("peer_received_bytes_total", "peer", "192.0.2.1:1")).isEqualTo(10);
    assertThat(numbers.sum("peer_received_bytes_total", "peer", "other")).isEqualTo(1);
  }

  @Test
  void datagramsOfAConnectionAreItsBytesAlone_asLongAsItIsOpen() {
    Connection connection = quic(new FakeCarrier());
    endpoint.received(remote(1), 1);
    endpoint.carries(remote(1), connection);
    endpoint.received(remote(1), 10);
    endpoint.sent(remote(1), 20);
    endpoint.received(remote(2), 100);
    connection.closed();
    endpoint.received(remote(1), 1000);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("received_bytes_total", "transport", "quic")).isEqualTo(10);
    assertThat(numbers.sum("sent_bytes_total", "transport", "quic")).isEqualTo(20);
    assertThat(numbers.sum("received_bytes_total", "transport", "udp")).isEqualTo(1101);
    assertThat(numbers.sum("sent_bytes_total", "transport", "udp")).isZero();
    assertThat(numbers.sum("messages_received_total")).isEqualTo(3);
  }

  @Test
  void remoteThatTwoConnectionsShare_isCountedByItself() {
    Connection first = quic(new FakeCarrier());
    Connection second = quic(new FakeCarrier());
    endpoint.carries(remote(1), first);
    endpoint.carries(remote(1), second);
    endpoint.received(remote(1), 10);

    assertThat(tables.numbers().sum("received_bytes_total", "transport", "udp")).isEqualTo(10);
  }

  @Test
  void remoteOfAConnection_isToldApartBeyondTheLimit_andDoesNotFallSilent() {
    for (int port = 1; port <= MAX_REMOTES; port++) {
      endpoint.received(remote(port + 1), 1);
    }
    Connection connection = quic(new FakeCarrier());
    endpoint.carries(remote(1), connection);
    tables.clock.pass(Tables.IDLE);
    tables.records.tick();
    tables.records.tick();
    endpoint.received(remote(1), 10);

    assertThat(tables.numbers().sum("received_bytes_total", "transport", "quic"))
        .isEqualTo(10);
  }

  private Connection quic(Object of) {
    Connection connection = tables
        .records
        .connections()
        .opening(of, FakeCarrier.VIEW, Direction.INBOUND, Transport.QUIC, remote(1));
    connection.established();
    return connection;
  }

  private static SocketAddress remote(int port) {
    return new InetSocketAddress("192.0.2.1", port);
  }
}
