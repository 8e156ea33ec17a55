package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Multiplexed streams: their protocol may be known late, or never. */
class StreamRecordTest {

  private final Tables tables = new Tables(128, 2);
  private final FakeCarrier carrier = new FakeCarrier();
  private final Connection parent =
      tables.connected(new FakeCarrier(), Direction.INBOUND, "192.0.2.1");
  private final Stream stream = stream(carrier);

  @Test
  void openStreamStandsInTheGauge() {
    assertThat(tables.numbers().sum("streams", "protocol", "none", "direction", "outbound"))
        .isEqualTo(1);

    stream.negotiated("/ping/1");

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("streams"))
        .containsExactly("{direction=\"outbound\",transport=\"tcp\",protocol=\"/ping/1\"} 1");
    assertThat(numbers.sum("peer_streams", "peer", "192.0.2.1")).isEqualTo(1);
  }

  @Test
  void bytesOfTheNegotiationBelongToItsProtocol() {
    stream.traffic().received(3);
    stream.traffic().sent(1);
    assertThat(tables.numbers().sum("stream_received_bytes_total")).isZero();
    stream.negotiated("/ping/1");
    stream.traffic().received(5);
    stream.traffic().sent(2);
    stream.ended(StreamEnd.CLOSED);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("stream_received_bytes_total", "protocol", "none")).isZero();
    assertThat(numbers.sum("stream_received_bytes_total", "protocol", "/ping/1"))
        .isEqualTo(8);
    assertThat(numbers.sum("stream_sent_bytes_total", "protocol", "/ping/1")).isEqualTo(3);
    assertThat(numbers.sum("received_bytes_total")).as("one level below").isZero();
  }

  @Test
  void bytesDoNotWaitForAProtocolForEver() {
    stream.traffic().received(3);
    tables.clock.pass(Duration.ofSeconds(10));
    assertThat(tables.numbers().sum("stream_received_bytes_total", "protocol", "none"))
        .isEqualTo(3);
    stream.negotiated("/ping/1");
    stream.traffic().received(5);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("stream_received_bytes_total", "protocol", "none")).isEqualTo(3);
    assertThat(numbers.sum("stream_received_bytes_total", "protocol", "/ping/1"))
        .isEqualTo(5);
  }

  @Test
  void streamIsCountedOnceWhenItsProtocolIsKnown() {
    assertThat(tables.numbers().sum("streams_opened_total")).isZero();
    stream.negotiated("/ping/1");
    stream.negotiated("/ping/2");
    stream.ended(StreamEnd.CLOSED);
    stream.ended(StreamEnd.RESET_LOCAL);
    stream.negotiated("/ping/3");

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("streams_opened_total"))
        .containsExactly("{direction=\"outbound\",transport=\"tcp\",protocol=\"/ping/1\"} 1");
    assertThat(numbers.nonZero("streams_closed_total"))
        .containsExactly(
            "{direction=\"outbound\",transport=\"tcp\",protocol=\"/ping/1\",reason=\"closed\"} 1");
    assertThat(numbers.sum("streams")).isZero();
  }

  @Test
  void streamThatEndsWithoutProtocolIsCountedOnceAsNone() {
    stream.traffic().received(9);
    stream.ended(StreamEnd.NEGOTIATION);
    stream.ended(StreamEnd.NEGOTIATION);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("streams_opened_total")).isEqualTo(1);
    assertThat(numbers.sum("streams_opened_total", "protocol", "none")).isEqualTo(1);
    assertThat(numbers.sum("streams_closed_total", "protocol", "none", "reason", "negotiation"))
        .isEqualTo(1);
    assertThat(numbers.sum("stream_received_bytes_total", "protocol", "none")).isEqualTo(9);
  }

  @Test
  void protocolsBeyondTheLimitAreOther() {
    stream.negotiated("/a");
    stream(new FakeCarrier()).negotiated("/b");
    stream(new FakeCarrier()).negotiated("/c");
    stream(new FakeCarrier()).negotiated("/a");

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("streams_opened_total", "protocol", "/a")).isEqualTo(2);
    assertThat(numbers.sum("streams_opened_total", "protocol", "other")).isEqualTo(1);
    assertThat(numbers.nonZero("agent_label_overflow_total"))
        .containsExactly("{family=\"peertap_streams_opened_total\"} 1");
  }

  @Test
  void carrierHasOneStreamAndOneUseOfItsPeer() {
    Tables slotless = new Tables(0);
    Connection connection = slotless.connected(new FakeCarrier(), Direction.INBOUND, "192.0.2.1");
    Stream first = stream(slotless, carrier, connection);
    assertThat(stream(slotless, carrier, connection)).isSameAs(first);

    connection.closed();
    assertThat(slotless.records.peerCount()).isEqualTo(1);
    first.ended(StreamEnd.CONNECTION);

    assertThat(slotless.records.peerCount()).isZero();
    assertThat(slotless.records.size()).isZero();
  }

  @Test
  void streamWithoutACountedConnectionIsOfAnUnknownPeer() {
    stream(tables, new FakeCarrier(), null).negotiated("/a");

    assertThat(tables.numbers().sum("peer_streams_opened_total", "peer", "unknown"))
        .isEqualTo(1);
  }

  @Test
  void bytesAreCountedOnceHoweverOftenTheyAreHarvested() throws Exception {
    long bytes = 2_000_000;
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService loop = Executors.newSingleThreadExecutor();
    try {
      Future<?> writing = loop.submit(() -> {
        begun.countDown();
        for (long i = 0; i < bytes; i++) {
          stream.traffic().received(1);
          stream.traffic().sent(1);
        }
      });
      begun.await();
      while (!writing.isDone()) {
        ((StreamRecord) stream).harvest(0);
      }
      writing.get();
    } finally {
      loop.shutdown();
    }
    stream.ended(StreamEnd.CLOSED);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("stream_received_bytes_total")).isEqualTo((double) bytes);
    assertThat(numbers.sum("stream_sent_bytes_total")).isEqualTo((double) bytes);
  }

  private Stream stream(Object of) {
    return stream(tables, of, parent);
  }

  private static Stream stream(Tables tables, Object carrier, Connection parent) {
    return tables.records.connections().stream(
        carrier, FakeCarrier.VIEW, parent, Direction.OUTBOUND, Transport.TCP);
  }
}
