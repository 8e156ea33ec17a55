package io.peertap.scalecube;

import io.peertap.api.Attached;
import io.peertap.api.Detection;
import io.peertap.api.Event;
import io.peertap.api.Getter;
import io.peertap.api.PeerFailure;
import io.peertap.api.Peers;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;
import io.scalecube.cluster.Member;
import io.scalecube.cluster.membership.MembershipEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The other members as one member knows them. */
final class Members {

  private static final Peers PEERS = Telemetry.current().peers();
  private static final Attached<Members> ALL = Telemetry.current().attached();

  /** Who is at an address, as the member of this JVM knows it that learned it last. */
  private static final ConcurrentMap<String, String> BY_ADDRESS = new ConcurrentHashMap<>();

  private static final Event ADDED = event("member_added");
  private static final Event UPDATED = event("member_updated");
  private static final Event SUSPECTED = event("member_suspected");
  private static final Event LEAVING = event("member_leaving");
  private static final Event REMOVED = event("member_removed");

  private static final Getter MEMBER = Getter.method("member");
  private static final Getter STATUS = Getter.method("status");

  private final String local;
  private final Set<String> seeds = new HashSet<>();
  private final Sources sources = new Sources();
  private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();
  private final Registration book = PEERS.known(known::size);

  private Members(Member local, Collection<?> seeds) {
    this.local = Addresses.of(local);
    for (Object seed : seeds) {
      this.seeds.add(seed.toString());
    }
  }

  /** The members that a protocol object knows; it may have known some before the agent came. */
  static Members of(Object protocol, Member local, Map<?, ?> members, Collection<?> seeds) {
    Members attached = ALL.get(protocol);
    if (attached == null) {
      attached = new Members(local, seeds);
      for (Object member : members.values()) {
        if (!local.equals(member)) {
          attached.add((Member) member);
        }
      }
      ALL.put(protocol, attached);
    }
    return attached;
  }

  /** The id of the member at an address, or null. */
  static String at(String address) {
    return BY_ADDRESS.get(address);
  }

  static void stopped(Object protocol) {
    Members left = ALL.remove(protocol);
    if (left != null) {
      left.book.close();
      left.known.forEach(left::forget);
      Pings.stopped(left.local);
    }
  }

  /**
   * A record has come.
   *
   * @param reason ScaleCube's own word for where it comes from
   */
  void heard(Object record, String reason) {
    Member member = (Member) MEMBER.of(record);
    Known other = known.get(member.id());
    if (other == null) {
      sources.learn(member.id(), source(member, reason));
    } else {
      other.judged(STATUS.of(record).toString(), reason);
    }
  }

  void changed(MembershipEvent event) {
    Member member = event.member();
    if (event.isAdded()) {
      ADDED.happened();
      add(member);
      PEERS.discovered(sources.of(member.id()), member.id());
    } else if (event.isUpdated()) {
      UPDATED.happened();
    } else if (event.isLeaving()) {
      LEAVING.happened();
      leaving(known.get(member.id()));
    } else if (event.isRemoved()) {
      REMOVED.happened();
      removed(member.id(), known.remove(member.id()));
    }
  }

  private void add(Member member) {
    String id = member.id();
    String address = Addresses.of(member);
    BY_ADDRESS.put(address, id);
    Known before = known.put(id, new Known(address, PEERS.listens(id, address)));
    if (before != null) {
      before.registration.close();
    }
  }

  private void removed(String id, Known other) {
    if (other != null) {
      if (!other.leaving) {
        PEERS.detected(id, other.verdict);
        PEERS.failed(id, PeerFailure.DEAD);
      }
      forget(id, other);
    }
  }

  private void forget(String id, Known other) {
    other.registration.close();
    BY_ADDRESS.remove(other.address, id);
    Pings.forget(local, other.address);
  }

  private String source(Member member, String reason) {
    if (reason.equals("MEMBERSHIP_GOSSIP")) {
      return "gossip";
    }
    return seeds.contains(Addresses.of(member)) ? "static" : "pex";
  }

  private static void leaving(Known other) {
    if (other != null) {
      other.leaving = true;
    }
  }

  private static Event event(String name) {
    return Telemetry.current().events().event(Qualifiers.PROTOCOL, name);
  }

  /** What is known of one member. */
  private static final class Known {
    private final String address;
    private final Registration registration;
    private boolean leaving;
    private Detection verdict = Detection.OTHER;

    Known(String address, Registration registration) {
      this.address = address;
      this.registration = registration;
    }

    /** The detector of this member has judged it, or nobody has refuted that. */
    void judged(String status, String reason) {
      if (reason.equals("SUSPICION_TIMEOUT")) {
        verdict = Detection.SUSPICION;
      } else if (reason.equals("FAILURE_DETECTOR_EVENT")
          && status.equals("SUSPECT")
          && !leaving) { // Whom the detector names at every ping.
        SUSPECTED.happened();
      }
    }
  }
}
