package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** What peers tell of themselves, and of each other's reachability. */
public final class IdentifyFamilies {

  /** Who is who. */
  public static final Family EXCHANGES =
      counter("identify_exchanges", "Identify exchanges.").labels("direction").build();

  /** What this node told last. */
  public static final Family PROTOCOLS = gauge(
          "identify_protocols", "Protocols announced in the last identify sent.")
      .build();

  /** What this node told last. */
  public static final Family ADDRESSES = gauge(
          "identify_addresses", "Addresses announced in the last identify sent.")
      .build();

  /** What peers tell. */
  public static final Family RECEIVED_PROTOCOLS = histogram(
          "identify_received_protocols", "Protocols in an identify received.", Buckets.FEW)
      .build();

  /** What peers tell. */
  public static final Family RECEIVED_ADDRESSES = histogram(
          "identify_received_addresses", "Addresses in an identify received.", Buckets.FEW)
      .build();

  /** Whether peers may be told more. */
  public static final Family PUSH_SUPPORT = counter(
          "identify_push_support",
          "Connections by whether the peer says that it supports identify push (yes, no).")
      .labels("support")
      .build();

  /** Dialled back. */
  public static final Family DIAL_BACKS = counter(
          "autonat_responses",
          "Answers of peers asked to dial back, given to this node (inbound) or by it (outbound).")
      .labels("direction", "status")
      .build();

  /** What comes of it. */
  public static final Family REACHABILITY = gauge(
          "autonat_reachability",
          "Whether peers can dial this node, by the last answer that says so: 0 unknown, 1 public, 2"
              + " private.")
      .build();

  static final List<Family> ALL = List.of(
      EXCHANGES,
      PROTOCOLS,
      ADDRESSES,
      RECEIVED_PROTOCOLS,
      RECEIVED_ADDRESSES,
      PUSH_SUPPORT,
      DIAL_BACKS,
      REACHABILITY);

  private IdentifyFamilies() {}
}
