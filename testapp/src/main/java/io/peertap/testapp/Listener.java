package io.peertap.testapp;

import io.peertap.testapp.ping.PingResponder;
import io.scalecube.cluster.ClusterMessageHandler;
import io.scalecube.cluster.membership.MembershipEvent;
import io.scalecube.cluster.transport.api.Message;
import reactor.core.publisher.Mono;

/** The hearing half of a node: books what arrives and answers requests. */
final class Listener implements ClusterMessageHandler {

  private final LoopbackTransport transport;
  private final Truth truth;
  private final SigningNode signing;
  private final PingResponder pings;

  Listener(LoopbackTransport transport, Truth truth, SigningNode signing, PingResponder pings) {
    this.transport = transport;
    this.signing = signing;
    this.pings = pings;
    this.truth = truth;
  }

  @Override
  public void onGossip(Message gossip) {
    truth.gossipsReceived.incrementAndGet();
    truth.payloadBytesReceived.addAndGet(Talk.length(gossip));
  }

  @Override
  public void onMessage(Message message) {
    switch (message.qualifier()) {
      case ClusterWire.QUALIFIER -> signing.receive(message.data());
      case PingResponder.PING -> pings.answer(message, transport.transport());
      case PingResponder.PONG -> {} // Whoever asked has it.
      default -> chat(message);
    }
  }

  private void chat(Message message) {
    truth.payloadBytesReceived.addAndGet(Talk.length(message));
    switch (message.qualifier()) {
      case Talk.REQUEST -> answer(message);
      case Talk.ANSWER -> truth.answersReceived.incrementAndGet();
      default -> truth.messagesReceived.incrementAndGet();
    }
  }

  private void answer(Message request) {
    truth.requestsAnswered.incrementAndGet();
    Message answer =
        Talk.say(Talk.ANSWER, truth).correlationId(request.correlationId()).build();
    transport
        .transport()
        .send(request.sender(), answer)
        .onErrorResume(askerGone -> Mono.empty())
        .subscribe();
  }

  @Override
  public void onMembershipEvent(MembershipEvent event) {
    truth.saw(event.member().alias());
    if (event.isLeaving() || event.isRemoved()) {
      signing.gone(event.member().alias(), event.member().address());
    }
  }
}
