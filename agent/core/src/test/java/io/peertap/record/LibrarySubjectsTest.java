package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.BreakerState;
import io.peertap.api.Breakers;
import io.peertap.api.Circuit;
import io.peertap.api.Connection;
import io.peertap.api.Detection;
import io.peertap.api.DialBack;
import io.peertap.api.Direction;
import io.peertap.api.DropReason;
import io.peertap.api.Eviction;
import io.peertap.api.Gossip;
import io.peertap.api.GossipControl;
import io.peertap.api.KeyType;
import io.peertap.api.MeshChange;
import io.peertap.api.MessageFault;
import io.peertap.api.Messages;
import io.peertap.api.NegotiationFailure;
import io.peertap.api.Outcome;
import io.peertap.api.PeerFailure;
import io.peertap.api.Peers;
import io.peertap.api.PoolState;
import io.peertap.api.Pools;
import io.peertap.api.Queues;
import io.peertap.api.RelayAnswer;
import io.peertap.api.RelayRequest;
import io.peertap.api.Relays;
import io.peertap.api.Reservation;
import io.peertap.api.RttSource;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.TopicPeers;
import io.peertap.api.Transport;
import io.peertap.api.Validation;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What modules of libraries tell: peers, gossip, relays, pools, breakers, packets. */
class LibrarySubjectsTest {

  private static final long MILLIS = 1_000_000;

  private final Tables tables = new Tables();
  private final Object carrier = new Object();
  private final List<Object> carriers = new ArrayList<>();

  @Test
  void peerIsDiscoveredOnceBySource() {
    Peers peers = tables.records.peers();
    peers.discovered("mdns", "alice");
    peers.discovered("mdns", "alice");
    peers.discovered("dht", "alice");
    peers.discovered("mdns", null);
    peers.discovered("mdns", null);

    assertThat(tables.numbers().nonZero("peers_discovered_total"))
        .containsExactly("{source=\"dht\"} 1", "{source=\"mdns\"} 3");
  }

  @Test
  void addressBooksMakePeersKnown() {
    Peers peers = tables.records.peers();
    Queues.Registration book = peers.known(() -> 7);
    peers.known(() -> 4);
    assertThat(tables.numbers().sum("peers_known")).isEqualTo(11);
    book.close();
    assertThat(tables.numbers().sum("peers_known")).isEqualTo(4);
    for (int i = 0; i < 6; i++) {
      tables.connected(new Object(), Direction.OUTBOUND, "127.0.0." + (2 + i));
    }

    assertThat(tables.numbers().sum("peers_known")).as("more than the book").isEqualTo(6);
  }

  @Test
  void connectionsWhereAPeerIsAreToIt() {
    Peers peers = tables.records.peers();
    String address = "127.0.0.7:1";
    dialled("127.0.0.7");
    tables.connected(carrier, Direction.INBOUND, "127.0.0.7");
    Object other = new Object();
    tables.connected(other, Direction.INBOUND, "127.0.0.8");
    Queues.Registration alice = peers.listens("alice", address);
    Queues.Registration again = peers.listens("alice", address);
    dialled("127.0.0.7");
    alice.close();
    alice.close();
    dialled("127.0.0.7");
    peers.detected(address, Detection.OTHER);
    again.close();
    dialled("127.0.0.7");

    assertThat(tables.records.list())
        .extracting(ConnectionView::peer)
        .containsExactly("alice", "alice", "127.0.0.8", "alice", "alice", address);
    assertThat(tables.numbers().nonZero("peer_failure_detections_total"))
        .containsExactly("{peer=\"alice\",reason=\"other\"} 1");
    assertThat(tables.records.connections().of(other))
        .isNotNull(); // Its carrier has lived until here.
  }

  @Test
  void pingsTellTheLatestAndTheRoundTrip() {
    identified("alice");
    Peers peers = tables.records.peers();
    peers.pinged("alice", Outcome.SUCCESS, 20 * MILLIS);
    peers.pinged("alice", Outcome.SUCCESS, 5 * MILLIS);
    peers.pinged("alice", Outcome.TIMEOUT, 0);
    peers.pinged("alice", Outcome.FAILURE, 0);
    peers.pinged("alice", Outcome.CANCELLED, 0);
    peers.roundTrip("alice", RttSource.QUIC, MILLIS);

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("pings_total"))
        .containsExactly(
            "{outcome=\"failure\"} 1", "{outcome=\"success\"} 2", "{outcome=\"timeout\"} 1");
    assertThat(numbers.nonZero("peer_ping_seconds")).containsExactly("{peer=\"alice\"} 0.005");
    assertThat(numbers.nonZero("rtt_seconds"))
        .containsExactly("{source=\"ping\"} 2", "{source=\"quic\"} 1");
    assertThat(numbers.nonZero("peer_rtt_seconds")).containsExactly("{peer=\"alice\"} 3");
  }

  @Test
  void verdictsOnPeers() {
    identified("alice");
    Peers peers = tables.records.peers();
    peers.failed("alice", PeerFailure.BANNED);
    peers.detected("alice", Detection.SUSPICION);
    peers.reputation("alice", -2.5);
    peers.identifyExchanged(Direction.INBOUND, 4, 2);
    peers.identifyExchanged(Direction.OUTBOUND, 3, 1);

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("peers_failed_total")).containsExactly("{reason=\"banned\"} 1");
    assertThat(numbers.nonZero("failure_detections_total"))
        .containsExactly("{reason=\"suspicion\"} 1");
    assertThat(numbers.nonZero("peer_failure_detections_total"))
        .containsExactly("{peer=\"alice\",reason=\"suspicion\"} 1");
    assertThat(numbers.nonZero("peer_reputation_score")).containsExactly("{peer=\"alice\"} -2.5");
    assertThat(numbers.nonZero("identify_exchanges_total"))
        .containsExactly("{direction=\"inbound\"} 1", "{direction=\"outbound\"} 1");
    assertThat(numbers.sum("identify_protocols")).isEqualTo(4);
    assertThat(numbers.sum("identify_addresses")).isEqualTo(2);
    assertThat(numbers.sum("identify_received_protocols")).isEqualTo(1);
    assertThat(numbers.sum("identify_received_addresses")).isEqualTo(1);
  }

  /** The first word counts: a connection has one identity. */
  @Test
  void identitiesOfConnections() {
    Connection connection = identified("alice");
    for (KeyType key : List.of(KeyType.ED25519, KeyType.RSA)) {
      connection.provedBy(key);
      connection.takesPushes(key == KeyType.ED25519);
    }

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("connection_key_types_total"))
        .containsExactly("{direction=\"outbound\",key_type=\"ed25519\"} 1");
    assertThat(numbers.nonZero("identify_push_support_total"))
        .containsExactly("{support=\"yes\"} 1");
  }

  @Test
  void reachabilityIsWhatTheLastPeerThatTriedSays() {
    assertThat(tables.numbers().points("autonat_reachability")).isEmpty();
    Peers peers = tables.records.peers();
    peers.dialledBack(Direction.INBOUND, DialBack.DIAL_REFUSED);
    assertThat(tables.numbers().sum("autonat_reachability")).isZero();
    peers.dialledBack(Direction.INBOUND, DialBack.OK);
    assertThat(tables.numbers().sum("autonat_reachability")).isEqualTo(1);
    peers.dialledBack(Direction.INBOUND, DialBack.DIAL_ERROR);
    peers.dialledBack(Direction.INBOUND, DialBack.INTERNAL_ERROR);
    peers.dialledBack(Direction.OUTBOUND, DialBack.OK);

    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("autonat_reachability")).isEqualTo(2);
    assertThat(numbers.nonZero("autonat_responses_total"))
        .containsExactly(
            "{direction=\"inbound\",status=\"dial_error\"} 1",
            "{direction=\"inbound\",status=\"dial_refused\"} 1",
            "{direction=\"inbound\",status=\"internal_error\"} 1",
            "{direction=\"inbound\",status=\"ok\"} 1",
            "{direction=\"outbound\",status=\"ok\"} 1");
  }

  @Test
  void messagesAreAnsweredFailAndAreDropped() {
    Messages messages = tables.records.messages();
    messages.answered("get", "alice", 3 * MILLIS);
    messages.failed("get", MessageFault.DECODE);
    messages.dropped("outbound", DropReason.OVERFLOW, "alice");

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("peer_message_latency_seconds"))
        .containsExactly("{peer=\"alice\",type=\"get\"} 1");
    assertThat(numbers.nonZero("messages_failed_total"))
        .containsExactly("{type=\"get\",reason=\"decode\"} 1");
    assertThat(numbers.nonZero("peer_messages_dropped_total"))
        .containsExactly("{peer=\"alice\",reason=\"overflow\"} 1");
  }

  @Test
  void gossipBeyondItsMessages() {
    Gossip gossip = tables.records.gossip();
    gossip.validated(Validation.REJECT, "blocks");
    gossip.propagated("blocks", MILLIS);
    gossip.control(Direction.OUTBOUND, GossipControl.IWANT);
    gossip.meshChanged(MeshChange.PRUNE, "score");
    Queues.Registration router = gossip.topics(() -> List.of(new TopicPeers("blocks", 6, 40)));

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("gossip_validations_total"))
        .containsExactly("{result=\"reject\",topic=\"blocks\"} 1");
    assertThat(numbers.nonZero("gossip_propagation_seconds"))
        .containsExactly("{topic=\"blocks\"} 1");
    assertThat(numbers.nonZero("gossip_control_messages_total"))
        .containsExactly("{direction=\"outbound\",control=\"iwant\"} 1");
    assertThat(numbers.nonZero("gossip_mesh_changes_total"))
        .containsExactly("{action=\"prune\",reason=\"score\"} 1");
    assertThat(numbers.nonZero("gossip_mesh_peers")).containsExactly("{topic=\"blocks\"} 6");
    assertThat(numbers.nonZero("gossip_topic_peers")).containsExactly("{topic=\"blocks\"} 40");
    router.close();
    assertThat(tables.numbers().nonZero("gossip_mesh_peers")).isEmpty();
  }

  @Test
  void relayedCircuitsCountWhereTheyAreCarried() {
    Circuit served = tables.records.relays().serving();
    tables.records.relays().opened(Direction.OUTBOUND).carried(Direction.OUTBOUND, 5);
    tables.records.relays().answered(RelayRequest.CONNECT, RelayAnswer.OK);
    served.carried(Direction.INBOUND, 100);
    assertThat(tables.numbers().nonZero("relay_circuits"))
        .containsExactly("{direction=\"inbound\"} 1", "{direction=\"outbound\"} 1");
    tables.clock.pass(Duration.ofSeconds(2));
    served.closed();
    served.closed();

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("relay_circuits")).containsExactly("{direction=\"outbound\"} 1");
    assertThat(numbers.nonZero("relayed_bytes_total"))
        .containsExactly("{direction=\"inbound\"} 100", "{direction=\"outbound\"} 5");
    assertThat(numbers.nonZero("relay_connections_total"))
        .containsExactly("{action=\"closed\"} 1", "{action=\"opened\"} 1");
    assertThat(numbers.sum("relay_connection_duration_seconds")).isEqualTo(1);
    assertThat(numbers.nonZero("relay_requests_total"))
        .containsExactly("{request=\"connect\",status=\"ok\"} 1");
  }

  @Test
  void relaysPromiseAndRefuse() {
    Relays relays = tables.records.relays();
    relays.answered(RelayRequest.RESERVE, RelayAnswer.RESERVATION_REFUSED);
    relays.answered(RelayRequest.CONNECT, RelayAnswer.CONNECTION_FAILED);
    relays.asked(false, RelayAnswer.OK);
    relays.asked(true, RelayAnswer.OTHER);
    Reservation reservation = relays.reserved(Direction.OUTBOUND);
    reservation.renewed();
    reservation.closed();
    reservation.closed();

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("relay_requests_total"))
        .containsExactly(
            "{request=\"connect\",status=\"error\"} 1",
            "{request=\"reserve\",status=\"rejected\"} 1");
    assertThat(numbers.nonZero("relay_rejections_total"))
        .containsExactly("{request=\"reserve\",reason=\"reservation_refused\"} 1");
    assertThat(numbers.nonZero("autorelay_requests_total"))
        .containsExactly(
            "{request=\"new\",outcome=\"ok\"} 1", "{request=\"refresh\",outcome=\"other\"} 1");
    assertThat(numbers.nonZero("relay_reservations_total"))
        .containsExactly(
            "{direction=\"outbound\",action=\"closed\"} 1",
            "{direction=\"outbound\",action=\"opened\"} 1",
            "{direction=\"outbound\",action=\"renewed\"} 1");
  }

  @Test
  void relaysAreOfferedAndWantedWhileSomebodySaysSo() {
    assertThat(tables.numbers().points("relay_service")).isEmpty();
    Relays relays = tables.records.relays();
    AtomicReference<Boolean> offering = new AtomicReference<>(true);
    AtomicReference<Integer> wanting = new AtomicReference<>(2);
    Queues.Registration offer = relays.offered(() -> true);
    relays.offered(offering::get);
    relays.wanted(wanting::get);
    relays.wanted(() -> 1);
    assertThat(tables.numbers().sum("relay_service")).isEqualTo(1);
    assertThat(tables.numbers().sum("autorelay_desired_reservations")).isEqualTo(3);
    assertThat(tables.numbers().sum("autorelay_active")).isEqualTo(1);
    offer.close();
    offering.set(false);
    wanting.set(null);

    Numbers numbers = tables.numbers();
    assertThat(numbers.points("relay_service")).hasSize(1);
    assertThat(numbers.sum("relay_service")).isZero();
    assertThat(numbers.sum("autorelay_desired_reservations")).isEqualTo(1);
    offering.set(null);
    assertThat(tables.numbers().points("relay_service")).isEmpty();
  }

  @Test
  void poolsOfTheApplicationReplaceTheDefault() {
    tables.connected(carrier, Direction.OUTBOUND, "127.0.0.2");
    assertThat(tables.numbers().values("pool_connections", "pool")).containsOnly("default");
    Pools pools = tables.records.pools();
    Queues.Registration first = pools.pool("netty", () -> new PoolState(2, 1));
    pools.pool("netty", () -> new PoolState(1, 0));
    pools.acquired("netty", Outcome.SUCCESS, MILLIS);
    pools.reused("netty", "127.0.0.2:1");
    pools.reused("netty", null);
    pools.evicted("netty", Eviction.IDLE);

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("pool_connections"))
        .containsExactly(
            "{pool=\"netty\",state=\"active\"} 3", "{pool=\"netty\",state=\"idle\"} 1");
    assertThat(numbers.nonZero("pool_utilization_ratio")).containsExactly("{pool=\"netty\"} 0.75");
    assertThat(numbers.nonZero("pool_acquire_duration_seconds"))
        .containsExactly("{pool=\"netty\",outcome=\"success\"} 1");
    assertThat(numbers.nonZero("pool_reuses_total")).containsExactly("{pool=\"netty\"} 2");
    assertThat(numbers.nonZero("peer_pool_reuses_total"))
        .containsExactly("{peer=\"127.0.0.2:1\"} 1", "{peer=\"other\"} 1");
    assertThat(numbers.nonZero("pool_evictions_total"))
        .containsExactly("{pool=\"netty\",reason=\"idle\"} 1");
    first.close();
    assertThat(tables.numbers().sum("pool_connections")).isEqualTo(1);
  }

  @Test
  void breakersOfPeers() {
    identified("alice");
    Breakers breakers = tables.records.breakers();
    breakers.state("alice", () -> BreakerState.OPEN);
    breakers.state("nobody", () -> BreakerState.CLOSED);
    breakers.failure("alice").happened();
    breakers.failure("backend").happened(); // No peer's name: a breaker's own.

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("circuit_breakers"))
        .containsExactly("{state=\"closed\"} 1", "{state=\"open\"} 1");
    assertThat(numbers.nonZero("peer_circuit_breakers"))
        .containsExactly(
            "{peer=\"alice\",state=\"open\"} 1", "{peer=\"other\",state=\"closed\"} 1");
    assertThat(numbers.nonZero("peer_circuit_breaker_failures_total"))
        .containsExactly("{peer=\"alice\"} 1", "{peer=\"other\"} 1");
  }

  @Test
  void whatAnswersNullIsGone() {
    AtomicReference<PoolState> pool = new AtomicReference<>(new PoolState(2, 1));
    AtomicReference<BreakerState> breaker = new AtomicReference<>(BreakerState.OPEN);
    tables.records.pools().pool("netty", pool::get);
    tables.records.breakers().state(null, breaker::get);
    assertThat(tables.numbers().sum("circuit_breakers")).isEqualTo(1);
    pool.set(null);
    breaker.set(null);
    assertThat(tables.numbers().nonZero("pool_connections")).isEmpty();
    assertThat(tables.numbers().nonZero("circuit_breakers")).isEmpty();
    pool.set(new PoolState(2, 1));
    breaker.set(BreakerState.OPEN);

    assertThat(tables.numbers().nonZero("pool_connections")).isEmpty();
    assertThat(tables.numbers().nonZero("circuit_breakers")).isEmpty();
    assertThat(tables.numbers().sum("agent_errors_total")).isZero();
  }

  @Test
  void connectionsTellWhoIsThere() {
    Connection connection = tables.connected(carrier, Direction.OUTBOUND, "127.0.0.2");
    assertThat(connection.peerName()).isEqualTo("127.0.0.2:1");
    connection.identified("alice", null, null);

    assertThat(connection.peerName()).isEqualTo("alice");
  }

  @Test
  void packetsAreTotalsAndTheirLossIsOfTheLastMinute() {
    Connection connection = identified("alice");
    connection.packets(100, 10, 4);
    connection.packets(90, 5, 1); // An answer that was overtaken.
    tables.records.tick();

    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("quic_packets_sent_total")).isEqualTo(100);
    assertThat(numbers.sum("quic_packets_lost_total")).isEqualTo(10);
    assertThat(numbers.sum("quic_retransmissions_total")).isEqualTo(4);
    assertThat(numbers.nonZero("peer_quic_packet_loss_ratio"))
        .containsExactly("{peer=\"alice\"} 0.1");
    tables.clock.pass(Duration.ofSeconds(61));
    connection.packets(200, 60, 4);
    tables.records.tick();
    assertThat(tables.numbers().nonZero("quic_packet_loss_ratio")).containsExactly("{} 0.5");
    tables.clock.pass(Duration.ofSeconds(61));
    tables.records.tick();
    assertThat(tables.numbers().sum("quic_packet_loss_ratio")).isZero();
  }

  @Test
  void bytesBelongToTheProtocolFromWhenItIsKnown() {
    Connection connection = identified("alice");
    connection.traffic().sent(10);
    connection.speaks("tron");
    connection.traffic().sent(7);

    assertThat(tables.numbers().nonZero("peer_sent_bytes_total"))
        .containsExactly(
            "{peer=\"alice\",protocol=\"tron\",streams=\"none\"} 7",
            "{peer=\"alice\",protocol=\"unknown\",streams=\"none\"} 10");
  }

  @Test
  void bytesThroughRelaysAreNoSocketsAndTheirPeersAreTwoHopsAway() {
    Connection relayed = tables
        .records
        .connections()
        .opening(
            carrier, FakeCarrier.VIEW, Direction.OUTBOUND, Transport.RELAY, Tables.address("bob"));
    relayed.established();
    relayed.identified("bob", null, null);
    relayed.traffic().sent(50);

    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("sent_bytes_total")).isZero();
    assertThat(numbers.nonZero("peer_distance_hops")).containsExactly("{peer=\"bob\"} 2");
    assertThat(numbers.sum("cluster_diameter_hops")).isEqualTo(2);
  }

  @Test
  void streamsThatAgreeOnNothing() {
    Connection connection = identified("alice");
    Object channel = new Object();
    Stream stream = tables.records.connections().stream(
        channel, FakeCarrier.VIEW, connection, Direction.OUTBOUND, Transport.TCP);
    assertThat(tables.records.connections().streamOf(channel)).isSameAs(stream);
    stream.negotiationFailed(NegotiationFailure.UNSUPPORTED);

    assertThat(tables.numbers().nonZero("stream_negotiation_failures_total"))
        .containsExactly("{direction=\"outbound\",reason=\"unsupported\"} 1");
  }

  @Test
  void connectionsAndStreamsOfEachPeerAreToldAsTheyChange() {
    Connection first = identified("alice");
    Object second = new Object();
    tables.connected(second, Direction.OUTBOUND, "127.0.0.3").identified("alice", null, null);
    Stream stream = tables.records.connections().stream(
        new Object(), FakeCarrier.VIEW, first, Direction.INBOUND, Transport.TCP);
    assertThat(distribution("connections_per_peer")).containsExactly(0, 1);
    assertThat(distribution("streams_per_peer")).containsExactly(1, 0);
    stream.ended(StreamEnd.CLOSED);
    first.closed();

    assertThat(distribution("connections_per_peer")).containsExactly(1, 0);
    assertThat(distribution("streams_per_peer")).containsExactly(0, 0);
  }

  /** How many peers have one, and how many two: those after changes less those before. */
  private List<Integer> distribution(String family) {
    List<Integer> peers = new ArrayList<>();
    Numbers numbers = tables.numbers();
    for (int bucket = 0; bucket < 2; bucket++) {
      long now = 0;
      for (String name : List.of(family, family + "_before")) {
        for (Point point : numbers.points(name)) {
          now += (name.equals(family) ? 1 : -1) * ((Point.Distribution) point).counts()[bucket];
        }
      }
      peers.add((int) now);
    }
    return peers;
  }

  @Test
  void samplerIsAskedWithTheCarrier() {
    Connection connection = identified("alice");
    connection.sampledBy((asked, handle) -> {
      assertThat(asked).isSameAs(carrier);
      handle.roundTrip(RttSource.QUIC, MILLIS);
    });
    tables.records.sampleRoundTrips();

    assertThat(tables.numbers().nonZero("rtt_seconds")).containsExactly("{source=\"quic\"} 1");
  }

  private Connection identified(String peer) {
    Connection connection = tables.connected(carrier, Direction.OUTBOUND, "127.0.0.2");
    connection.identified(peer, null, null);
    return connection;
  }

  /** A connection whose carrier lives as long as the test. */
  private void dialled(String host) {
    Object held = new Object();
    carriers.add(held);
    tables.connected(held, Direction.OUTBOUND, host);
  }
}
