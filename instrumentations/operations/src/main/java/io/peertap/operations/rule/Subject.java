package io.peertap.operations.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rules can be about, and the keys that each accepts. */
final class Subject {

  static final String OPERATIONS = "operations";
  static final String EVENTS = "events";
  static final String QUEUES = "queues";
  static final String EXECUTORS = "executors";
  static final String MESSAGES = "messages";
  static final String HEARTBEATS = "heartbeats";
  static final String PINGS = "pings";
  static final String GOSSIP = "gossip";
  static final String RESOURCES = "resources";
  static final String DISCOVERY = "discovery";
  static final String BREAKERS = "breakers";

  /** Keys by subject, in the order in which they are told. */
  static final Map<String, List<String>> KEYS = keys();

  private Subject() {}

  static List<String> names() {
    return new ArrayList<>(KEYS.keySet());
  }

  /** A line that is accepted. */
  static String example(String subject) {
    return switch (subject) {
      case QUEUES -> "queues.incoming.messages=com.acme.net.Inbox#queue.size()";
      case MESSAGES -> "messages.wire.sent.methods=com.acme.net.Wire#send";
      case HEARTBEATS -> "heartbeats.liveness.sent.methods=com.acme.net.Liveness#beat";
      case GOSSIP -> "gossip.blocks.publish.methods=com.acme.net.Gossip#publish";
      case EXECUTORS -> "executors.signing.type=com.acme.SigningPool";
      case BREAKERS -> "breakers.dial.state=com.acme.net.Breaker#state";
      default -> subject + ".example.methods=com.acme.Example#run";
    };
  }

  private static Map<String, List<String>> keys() {
    List<String> outcomes = List.of("failed", "timeout", "cancelled", "succeeded");
    List<String> message = List.of("methods", "type", "type.allow", "bytes", "peer");
    List<String> gossip = List.of("methods", "duplicate", "invalid", "failed");
    List<String> common = List.of("budget", "conventions");
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put(
        OPERATIONS,
        joined(
            List.of("methods", "kind", "kind.allow", "participants"),
            List.of("value(duration)", "value(bytes)", "value(count)", "value(cost)"),
            List.of("rejected(<reason>)"),
            outcomes,
            List.of("key", "ends.key", "ends.methods"),
            List.of("ends.failed.methods", "ends.timeout.methods", "ends.cancelled.methods"),
            common));
    keys.put(EVENTS, joined(List.of("methods", "when", "protocol", "if"), common));
    keys.put(QUEUES, joined(List.of("messages", "bytes"), common));
    keys.put(EXECUTORS, joined(List.of("type"), common));
    keys.put(MESSAGES, joined(prefixed("sent.", message), prefixed("received.", message), common));
    keys.put(
        HEARTBEATS,
        joined(List.of("sent.methods", "sent.peer", "received.methods", "received.peer"), common));
    keys.put(PINGS, joined(List.of("methods", "peer"), outcomes, common));
    keys.put(
        GOSSIP,
        joined(
            prefixed("publish.", gossip),
            prefixed("forward.", gossip),
            prefixed("receive.", gossip),
            prefixed("deliver.", gossip),
            common));
    keys.put(RESOURCES, joined(List.of("methods", "bytes", "peer"), outcomes, common));
    keys.put(DISCOVERY, joined(List.of("methods", "found"), outcomes, common));
    keys.put(BREAKERS, joined(List.of("state", "failure.methods"), common));
    return keys;
  }

  private static List<String> prefixed(String prefix, List<String> keys) {
    List<String> prefixed = new ArrayList<>(keys.size());
    for (String key : keys) {
      prefixed.add(prefix + key);
    }
    return prefixed;
  }

  @SafeVarargs
  private static List<String> joined(List<String>... lists) {
    List<String> joined = new ArrayList<>();
    for (List<String> list : lists) {
      joined.addAll(list);
    }
    return joined;
  }
}
