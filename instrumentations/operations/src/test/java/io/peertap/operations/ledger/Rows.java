package io.peertap.operations.ledger;

import io.peertap.operations.ledger.Row.Moment;
import java.util.List;
import java.util.function.ToLongFunction;

/** The numbers that a node of this kind is expected to tell. */
final class Rows {

  private static final String STARTED = "operations_started_total";
  private static final String COMPLETED = "operations_completed_total";
  private static final String REJECTED = "operations_rejected_total";
  private static final String DURATION = "operation_duration_seconds";
  private static final String GOSSIP = "gossip_messages_total";

  private static final String VAULT = "operation=wallet_action";
  private static final String CEREMONY = "operation=dkg";
  private static final String SEAL = "operation=signing";
  private static final String TALK = "operation=coordination";
  private static final String LOT = "operation=relay_entry";

  private static final String SUCCESS = "outcome=success";
  private static final String NO_SUCCESS = "outcome!=success";
  private static final String BUSY = "reason=busy";

  static final List<Row> ALL = List.of(
      waiting(
          "wallet_dispatcher_active_actions",
          of("operations_active", VAULT),
          guild -> guild.vaults.tally.running()),
      row(
          "wallet_dispatcher_rejected_total",
          of(REJECTED, VAULT, BUSY),
          guild -> guild.vaults.tally.refused()),
      row("wallet_actions_total", of(STARTED, VAULT), guild -> guild.vaults.tally.begun()),
      row(
          "wallet_action_success_total",
          of(COMPLETED, VAULT, SUCCESS),
          guild -> guild.vaults.tally.ended(Fate.DONE)),
      row(
          "wallet_action_failed_total",
          of(COMPLETED, VAULT, NO_SUCCESS),
          guild -> guild.vaults.tally.missed()),
      row(
          "wallet_action_duration_seconds",
          of(DURATION, VAULT),
          guild -> guild.vaults.tally.ended()),
      row(
          "dkg_joined_total",
          of("operation_participants_total", CEREMONY),
          guild -> guild.ceremony.seats.get()),
      row(
          "dkg_failed_total",
          of(COMPLETED, CEREMONY, NO_SUCCESS),
          guild -> guild.ceremony.tally.missed()),
      row("dkg_duration_seconds", of(DURATION, CEREMONY), guild -> guild.ceremony.tally.ended()),
      row("dkg_validation_total", event("dkg_validation"), guild -> guild.ceremony.verified.get()),
      row(
          "dkg_challenges_submitted_total",
          event("dkg_challenge_submitted"),
          guild -> guild.ceremony.disputed.get()),
      row(
          "dkg_approvals_submitted_total",
          event("dkg_approval_submitted"),
          guild -> guild.ceremony.endorsed.get()),
      row(
          "peer_connections_total",
          of("connections_opened_total"),
          guild -> guild.sum(house -> house.met.get())),
      row(
          "peer_disconnections_total",
          of("connections_closed_total"),
          guild -> guild.sum(house -> house.parted.get())),
      row(
          "message_broadcast_total",
          of(GOSSIP, "action=publish", "status=ok"),
          guild -> guild.sum(house -> house.bulletin.posted.get())),
      row(
          "message_received_total",
          of(GOSSIP, "action=deliver"),
          guild -> guild.sum(House::lettersLaid)),
      row(
          "ping_test_total",
          of("pings_total"),
          guild -> guild.sum(house -> house.probe.sounded.get())),
      row(
          "ping_test_success_total",
          of("pings_total", SUCCESS),
          guild -> guild.sum(house -> house.probe.heard.get())),
      row(
          "ping_test_failed_total",
          of("pings_total", NO_SUCCESS),
          guild -> guild.sum(house -> house.probe.missed())),
      waiting(
          "incoming_message_queue_size",
          of("queue_messages", "queue=incoming"),
          guild -> guild.sum(house -> house.inbox.size())),
      waiting(
          "message_handler_queue_size",
          of("queue_messages", "queue=handler"),
          guild -> guild.sum(House::lettersUnread)),
      sum(
          "signing_operations_total",
          of(STARTED, SEAL),
          of(REJECTED, SEAL, BUSY),
          guild -> guild.seals.tally.begun() + guild.seals.tally.refused()),
      row(
          "signing_success_total",
          of(COMPLETED, SEAL, SUCCESS),
          guild -> guild.seals.tally.ended(Fate.DONE)),
      sum(
          "signing_failed_total",
          of(COMPLETED, SEAL, NO_SUCCESS),
          of(REJECTED, SEAL, BUSY),
          guild -> guild.seals.tally.missed() + guild.seals.tally.refused()),
      row("signing_duration_seconds", of(DURATION, SEAL), guild -> guild.seals.tally.ended()),
      row(
          "signing_timeouts_total",
          of(COMPLETED, SEAL, "outcome=timeout"),
          guild -> guild.seals.tally.ended(Fate.LATE)),
      row(
          "coordination_windows_detected_total",
          event("coordination_window_detected"),
          guild -> guild.table.rung.get()),
      row(
          "coordination_procedures_executed_total",
          of(COMPLETED, TALK, SUCCESS),
          guild -> guild.table.tally.ended(Fate.DONE)),
      row(
          "coordination_failed_total",
          of(COMPLETED, TALK, "outcome=failure"),
          guild -> guild.table.tally.ended(Fate.SPOILED)),
      row("coordination_duration_seconds", of(DURATION, TALK), guild -> guild.table.tally.ended()),
      row("relay_entry_generation_total", of(STARTED, LOT), guild -> guild.oracle.tally.begun()),
      row(
          "relay_entry_success_total",
          of(COMPLETED, LOT, SUCCESS),
          guild -> guild.oracle.tally.ended(Fate.DONE)),
      row(
          "relay_entry_failed_total",
          of(COMPLETED, LOT, NO_SUCCESS),
          guild -> guild.oracle.tally.missed()),
      row("relay_entry_duration_seconds", of(DURATION, LOT), guild -> guild.oracle.tally.ended()),
      row(
          "relay_entry_timeout_reported_total",
          event("relay_entry_timeout_reported"),
          guild -> guild.oracle.complaints.get()));

  private Rows() {}

  private static Selection of(String family, String... conditions) {
    return new Selection(family, List.of(conditions));
  }

  private static Selection event(String name) {
    return of("events_total", "event=" + name);
  }

  private static Row row(String name, Selection selection, ToLongFunction<Guild> truth) {
    return new Row(name, Moment.NIGHT, List.of(selection), truth);
  }

  private static Row sum(String name, Selection one, Selection other, ToLongFunction<Guild> truth) {
    return new Row(name, Moment.NIGHT, List.of(one, other), truth);
  }

  private static Row waiting(String name, Selection selection, ToLongFunction<Guild> truth) {
    return new Row(name, Moment.MORNING, List.of(selection), truth);
  }
}
