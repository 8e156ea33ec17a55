package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;

import java.util.List;

/** What QUIC tells of its packets. */
public final class QuicFamilies {

  /** Sent again. */
  public static final Family RETRANSMISSIONS =
      counter("quic_retransmissions", "QUIC packets retransmitted.").mirror().build();

  /** Sent. */
  public static final Family SENT =
      counter("quic_packets_sent", "QUIC packets sent.").mirror().build();

  /** Lost. */
  public static final Family LOST =
      counter("quic_packets_lost", "QUIC packets declared lost.").mirror().build();

  /** Share of those lost. */
  public static final Family LOSS = gauge("quic_packet_loss_ratio", "Share of QUIC packets lost.")
      .unit("ratio")
      .mirror()
      .build();

  static final List<Family> ALL = List.of(RETRANSMISSIONS, SENT, LOST, LOSS);

  private QuicFamilies() {}
}
