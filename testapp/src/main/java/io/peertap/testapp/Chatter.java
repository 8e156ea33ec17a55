package io.peertap.testapp;

import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.Member;
import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.Transport;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** The talking half of a node: gossips to all, writes to and asks members picked at random. */
final class Chatter {

  private static final Duration GOSSIP_EVERY = Duration.ofMillis(500);
  private static final Duration TELL_EVERY = Duration.ofMillis(200);
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Cluster cluster;
  private final Transport transport;
  private final Truth truth;

  Chatter(Cluster cluster, Transport transport, Truth truth) {
    this.cluster = cluster;
    this.transport = transport;
    this.truth = truth;
  }

  Disposable start() {
    return Disposables.composite(
        Pace.every(GOSSIP_EVERY, this::gossip),
        Pace.every(TELL_EVERY, () -> someone().flatMap(this::tell)),
        Pace.every(ASK_EVERY, () -> someone().flatMap(this::ask)));
  }

  private Mono<Member> someone() {
    List<Member> others = List.copyOf(cluster.otherMembers());
    return others.isEmpty()
        ? Mono.empty()
        : Mono.just(others.get(ThreadLocalRandom.current().nextInt(others.size())));
  }

  private Mono<String> gossip() {
    truth.gossipsSent.incrementAndGet();
    return cluster.spreadGossip(Talk.say(Talk.GOSSIP, truth).build());
  }

  private Mono<Void> tell(Member member) {
    truth.messagesSent.incrementAndGet();
    return transport.send(member.address(), Talk.say(Talk.MESSAGE, truth).build());
  }

  private Mono<Message> ask(Member member) {
    truth.requestsSent.incrementAndGet();
    Message request = Talk.say(Talk.REQUEST, truth)
        .correlationId(UUID.randomUUID().toString())
        .sender(cluster.address())
        .build();
    return transport.requestResponse(member.address(), request).timeout(PATIENCE);
  }
}
