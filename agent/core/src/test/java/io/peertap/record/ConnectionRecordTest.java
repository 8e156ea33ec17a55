package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Muxer;
import io.peertap.api.Security;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of one connection: what is told, and all that is counted. */
class ConnectionRecordTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          outbound, closed here | outbound | in:3 established in:5 out:7 closing:local in:11 closed \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          dial success; opened none none; closed none none local
          inbound, closed there | inbound | established in:5 out:7 scrape in:2 closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          opened none none; closed none none remote
          remote said so first | inbound | established closing:remote closed \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          opened none none; closed none none remote
          never connected | outbound | in:1 | disconnected>connecting
          tls | outbound | securing established in:100 out:100 secured in:5 closing:local closed \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          dial success; handshake tls success; opened tls none; closed tls none local
          tls, accepted, with a muxer | inbound | securing established in:9 secured:http2 in:1 closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          handshake tls success; opened tls http2; closed tls http2 remote
          tls ended before the transport was told | outbound | securing secured established closed \
          | disconnected>connecting>connected>disconnected; attempt success; dial success; \
          handshake tls success; opened tls none; closed tls none remote
          tls failed | outbound | securing established in:4 secure:tls closed \
          | disconnected>connecting>failed; attempt failure; dial success; \
          handshake tls failure; error secure tls
          tls failed, seen as a read failure first | outbound | securing established read:tls \
          secure:tls closed | disconnected>connecting>failed; attempt failure; dial success; \
          handshake tls failure; error secure tls
          tls timed out | outbound | securing established secure:tls-timeout closed \
          | disconnected>connecting>failed; attempt timeout; dial success; \
          handshake tls timeout; error secure timeout
          tls, remote hung up | outbound | securing established secure:gone closed \
          | disconnected>connecting>failed; attempt failure; dial success; \
          handshake tls failure; error secure tls
          tls, remote hung up, only the end is told | inbound | securing established in:4 closed \
          | disconnected>connecting>failed; attempt failure; handshake tls failure; error secure tls
          tls, given up here | outbound | securing established closing:local secure:gone closed \
          | disconnected>connecting>disconnected; attempt cancelled; dial success; \
          handshake tls cancelled
          tls, reset in the handshake | inbound | securing established read:reset secure:gone closed \
          | disconnected>connecting>failed; attempt failure; handshake tls failure; \
          error secure reset
          tls, vanished in the handshake | inbound | securing established lost \
          | disconnected>connecting>disconnected; attempt cancelled; handshake tls cancelled
          hello | inbound | hello established in:9 welcomed in:1 closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          handshake none success; opened none none; closed none none remote
          hello refused | outbound | hello established in:4 negotiate:refused closed \
          | disconnected>connecting>failed; attempt failure; dial success; \
          handshake none failure; error negotiate refused
          hello, remote hung up | inbound | hello established in:4 closed \
          | disconnected>connecting>failed; attempt failure; handshake none failure; \
          error negotiate reset
          hello, given up here | inbound | hello established closing:local closed \
          | disconnected>connecting>disconnected; attempt cancelled; handshake none cancelled
          upgraded | outbound | upgrading established in:4 noise in:9 upgraded:yamux in:1 closed \
          | disconnected>connecting>connected>disconnected; attempt success; dial success; \
          handshake noise success; opened noise yamux; closed noise yamux remote
          upgraded before the transport was told | inbound | upgrading securing upgraded:quic \
          established closed | disconnected>connecting>connected>disconnected; attempt success; \
          handshake tls success; opened tls quic; closed tls quic remote
          upgraded with tls inside | inbound | upgrading established securing secured in:3 \
          upgraded:mplex upgraded:yamux secured closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          handshake tls success; opened tls mplex; closed tls mplex remote
          upgrade, remote hung up | inbound | upgrading established noise in:4 closed \
          | disconnected>connecting>failed; attempt failure; handshake noise failure; \
          error secure reset
          upgrade that comes too late | inbound | established upgrading upgraded:yamux closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          opened none none; closed none none remote
          dial refused under tls | outbound | securing connect:refused closed \
          | disconnected>connecting>failed; attempt failure; dial failure; error connect refused
          refused | outbound | connect:refused closed \
          | disconnected>connecting>failed; attempt failure; dial failure; error connect refused
          timed out | outbound | connect:timeout closed \
          | disconnected>connecting>failed; attempt timeout; dial timeout; error connect timeout
          cancelled before it connected | outbound | connect:cancelled closed \
          | disconnected>connecting>disconnected; attempt cancelled; dial cancelled
          closed here before it connected | outbound | closing:local connect:gone closed \
          | disconnected>connecting>disconnected; attempt cancelled; dial cancelled
          cancelled when it was connected | outbound | established connect:cancelled in:4 closed \
          | disconnected>connecting>connected>disconnected; attempt success; dial success; \
          opened none none; closed none none remote
          closed without failure while connecting | outbound | closed \
          | disconnected>connecting>disconnected; attempt cancelled; dial cancelled
          accepted and gone | inbound | closed \
          | disconnected>connecting>disconnected; attempt cancelled
          every event twice | outbound | securing securing established established secured secured \
          closing:local closing:local closed closed \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          dial success; handshake tls success; opened tls none; closed tls none local
          write before it was up fails, the dial does not | outbound \
          | write:reset established in:5 closed \
          | disconnected>connecting>connected>disconnected; attempt success; dial success; \
          opened none none; closed none none remote
          reset before it was up | outbound | read:reset closed \
          | disconnected>connecting>failed; attempt failure; dial failure; error read reset
          reset, on the read and on the write | outbound | established in:5 read:reset write:pipe \
          in:2 closed | disconnected>connecting>connected>disconnected; attempt success; \
          dial success; error read reset; opened none none; closed none none reset
          timed out when it was up | inbound | established read:timeout closing:local closed \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          error read timeout; opened none none; closed none none timeout
          protocol broken | inbound | established read:protocol closing:local closed \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          error read protocol; opened none none; closed none none protocol
          pending writes fail at a close | outbound | established closing:local write:gone closed \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          dial success; opened none none; closed none none local
          vanished | outbound | established in:8 lost closed \
          | disconnected>connecting>connected>disconnected; attempt success; dial success; \
          opened none none; closed none none lost
          vanished while connecting | outbound | lost \
          | disconnected>connecting>disconnected; attempt cancelled; dial cancelled
          identified late | inbound | established in:5 out:1 scrape in:10 identified:id in:20 out:2 \
          scrape in:40 out:4 closed | disconnected>connecting>connected>disconnected; \
          attempt success; opened none none; closed none none remote
          identified, then gone at once | outbound | established identified:id in:64 out:32 closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          dial success; opened none none; closed none none remote
          identified twice | outbound | established identified:id in:1 identified:id2 in:2 closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          dial success; opened none none; closed none none remote
          events after the end | outbound | established closed securing established secured \
          identified:id rtt read:reset closing:local lost closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          dial success; opened none none; closed none none remote
          events after a failure | outbound | connect:refused securing established secured \
          identified:id rtt read:reset closing:local lost closed \
          | disconnected>connecting>failed; attempt failure; dial failure; error connect refused
          failed after closed | outbound | established closing:local closed read:reset write:pipe \
          | disconnected>connecting>connected>disconnecting>disconnected; attempt success; \
          dial success; opened none none; closed none none local
          closing before it is established | outbound | closing:local established in:1 closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          dial success; opened none none; closed none none local
          secured without a handshake | outbound | established secured closed \
          | disconnected>connecting>connected>disconnected; attempt success; \
          dial success; opened none none; closed none none remote
          upgraded when it was up | outbound | established in:3 securing secured in:4 closed \
          | disconnected>connecting>connected>disconnected; attempt success; dial success; \
          handshake tls success; opened none none; closed none none remote
          upgrade failed | outbound | established securing secure:tls closed \
          | disconnected>connecting>connected>disconnected; attempt success; dial success; \
          handshake tls failure; error secure tls; opened none none; closed none none tls
          adopted | adopted | in:5 established closing:local in:1 closed \
          | connected>disconnecting>disconnected; closed none none local
          """)
  void sequenceIsCounted(String name, String begin, String events, String counted) {
    boolean adopted = begin.equals("adopted");
    Direction direction =
        adopted ? Direction.INBOUND : Direction.valueOf(begin.toUpperCase(Locale.ROOT));
    Script script = new Script(direction, adopted);

    for (String event : events.split(" +", -1)) {
      script.tell(event);
      assertInvariants(script);
    }

    assertThat(script.counted()).isEqualTo(counted);
  }

  @Test
  void bytesThatTheSocketTookWhileAnotherThreadClosedIt_countWhenThatIsToldAgain() {
    Tables tables = new Tables();
    Connection connection = tables.connected(new FakeCarrier(), Direction.OUTBOUND, "192.0.2.1");
    connection.traffic().sent(7);
    connection.closed();
    connection.traffic().sent(4);

    connection.closed();

    assertThat(tables.numbers().sum("sent_bytes_total")).isEqualTo(11);
    assertThat(tables.numbers().sum("connections_closed_total")).isEqualTo(1);
  }

  @Test
  void handshakeThatWasExpectedBeforeTheCarrierWasOpenedDelaysTheConnection() {
    Tables tables = new Tables();
    FakeCarrier carrier = new FakeCarrier();
    tables.records.connections().expectHandshake(carrier, Security.NONE);

    Connection connection = tables
        .records
        .connections()
        .opening(
            carrier,
            FakeCarrier.VIEW,
            Direction.OUTBOUND,
            Transport.TCP,
            Tables.address("192.0.2.1"));
    connection.established();

    assertThat(tables.numbers().sum("connections", "state", "connecting")).isEqualTo(1);
    connection.secured(Security.NONE, Muxer.NONE);
    assertThat(tables.numbers().sum("connections", "state", "connected")).isEqualTo(1);
  }

  private static void assertInvariants(Script script) {
    Numbers now = script.tables.numbers();
    boolean alive = script.tables.records.size() == 1;
    double opened = now.sum("connections_opened_total") + (script.adopted ? 1 : 0);
    double closed = now.sum("connections_closed_total");
    double attempts = now.sum("connection_attempts_total");

    assertThat(now.sum("connections")).as("gauge").isEqualTo(alive ? 1 : 0);
    assertThat(now.sum("connections", "state", "connecting"))
        .as("opened - closed are connected")
        .isEqualTo(alive ? 1 - (opened - closed) : 0);
    assertThat(attempts)
        .as("attempts = opened + failed, cancelled, timed out")
        .isEqualTo(now.sum("connections_opened_total")
            + attempts
            - now.sum("connection_attempts_total", "outcome", "success"));
    assertThat(attempts + (script.adopted ? 1 : 0)).as("ended").isBetween(alive ? 0.0 : 1.0, 1.0);
    assertThat(now.sum("connection_duration_seconds")).as("lifetimes").isEqualTo(closed);
    assertThat(now.sum("received_bytes_total")).as("received").isEqualTo((double) script.received);
    assertThat(now.sum("sent_bytes_total")).as("sent").isEqualTo((double) script.sent);
    for (String family : new String[] {
      "received_bytes_total",
      "sent_bytes_total",
      "connections_opened_total",
      "connections_closed_total",
      "connection_attempts_total",
      "connection_errors_total",
      "connection_state_transitions_total",
      "connection_duration_seconds",
      "handshake_duration_seconds"
    }) {
      assertThat(now.sum("peer_" + family)).as("peer_" + family).isEqualTo(now.sum(family));
    }
    if (!alive) {
      assertThat(script.tables.records.connections().of(script.carrier))
          .as("handle")
          .isNull();
      assertThat(script.tables.records.list()).isEmpty();
      assertThat(script.tables.records.peerList()).allMatch(peer -> peer.connections() == 0);
    }
  }

  @Test
  void bytesBelongToTheAddressUntilThePeerIsIdentified() {
    Script script = new Script(Direction.INBOUND, false);
    script.tellAll("established in:5 scrape in:10 identified:id in:20 closed");

    Numbers numbers = script.tables.numbers();

    assertThat(numbers.sum("peer_received_bytes_total", "peer", "192.0.2.1")).isEqualTo(15);
    assertThat(numbers.sum("peer_received_bytes_total", "peer", "id")).isEqualTo(20);
    assertThat(numbers.sum("peer_connections_opened_total", "peer", "192.0.2.1"))
        .isEqualTo(1);
    assertThat(numbers.sum("peer_connections_closed_total", "peer", "id")).isEqualTo(1);
  }

  @Test
  void bytesOfTheHandshakeAreNotMuxedAndLaterOnesAre() {
    Script script = new Script(Direction.INBOUND, false);
    script.tellAll("securing established in:5 secured:http2 in:20");

    Numbers numbers = script.tables.numbers();

    assertThat(numbers.sum("received_bytes_total", "streams", "none")).isEqualTo(5);
    assertThat(numbers.sum("received_bytes_total", "streams", "muxed")).isEqualTo(20);
  }

  @Test
  void timesAreTakenFromTheRightMoments() {
    Script script = new Script(Direction.OUTBOUND, false);
    FakeClock clock = script.tables.clock;
    script.connection.securing(Security.TLS);
    clock.pass(Duration.ofMillis(20));
    script.tell("established"); // Each word takes one more millisecond.
    clock.pass(Duration.ofMillis(300));
    script.tell("secured");
    clock.pass(Duration.ofSeconds(10));
    script.tell("closed");

    Numbers numbers = script.tables.numbers();

    assertThat(total(numbers, "dial_duration_seconds")).isEqualTo(0.021);
    assertThat(total(numbers, "handshake_duration_seconds")).isEqualTo(0.301);
    assertThat(total(numbers, "connection_duration_seconds")).isEqualTo(10.001);
  }

  private static double total(Numbers numbers, String family) {
    return numbers.points(family).stream()
        .mapToDouble(point -> ((Point.Distribution) point).sum())
        .sum();
  }

  @Test
  void waitingMessagesOfAClosedConnectionAreDropped() {
    Script script = new Script(Direction.OUTBOUND, false);
    script.tell("established");
    script.connection.traffic().queued(10);
    script.connection.traffic().queued(20);
    assertThat(script.tables.numbers().sum("queue_messages")).isEqualTo(2);
    assertThat(script.tables.numbers().sum("peer_queue_bytes", "peer", "192.0.2.1:1"))
        .isEqualTo(30);

    script.tell("closed");

    Numbers numbers = script.tables.numbers();
    assertThat(numbers.sum("messages_dropped_total", "queue", "outbound", "reason", "closed"))
        .isEqualTo(2);
    assertThat(numbers.sum("queue_messages")).isZero();
    assertThat(numbers.sum("queue_bytes")).isZero();
  }

  @Test
  void messageDroppedByTheCloseHasNoWait() {
    Tables tables = new Tables(1);
    Connection connection = tables.connected(new FakeCarrier(), Direction.INBOUND, "192.0.2.1");
    connection.traffic().queued(10);
    connection.closed();
    tables.clock.pass(Tables.GRACE);
    tables.connected(new FakeCarrier(), Direction.INBOUND, "192.0.2.2");
    tables.numbers();
    connection.traffic().dequeued();

    assertThat(tables.numbers().sum("queue_wait_seconds")).isZero();
    assertThat(tables.numbers().points("peer_queue_wait_seconds")).isEmpty();
  }

  @Test
  void viewTellsWhatIsKnown() {
    Script script = new Script(Direction.OUTBOUND, false);
    script.tellAll("established in:5 out:7 identified:id rtt");

    assertThat(script.tables.records.list()).hasSize(1).first().satisfies(view -> {
      assertThat(view.peer()).isEqualTo("id");
      assertThat(view.remote()).isEqualTo("192.0.2.1:1");
      assertThat(view.state()).isEqualTo("connected");
      assertThat(view.agentVersion()).isEqualTo("agent");
      assertThat(view.receivedBytes()).isEqualTo(5);
      assertThat(view.sentBytes()).isEqualTo(7);
      assertThat(view.roundTripSeconds()).isEqualTo(1e-6);
      assertThat(view.ageSeconds()).isEqualTo(0.005);
    });
  }
}
