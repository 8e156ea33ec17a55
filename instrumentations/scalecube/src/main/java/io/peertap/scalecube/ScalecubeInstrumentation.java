package io.peertap.scalecube;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.api.MethodTap;
import java.util.List;

/**
 * ScaleCube Cluster 2.6 and 2.7. All messages pass {@code TransportImpl}, whichever sender and
 * receiver the application gave it; what they mean is told by the three protocols above it.
 */
public final class ScalecubeInstrumentation implements Instrumentation {

  private static final String TRANSPORT = "io.scalecube.transport.netty.TransportImpl";
  private static final String GOSSIP = "io.scalecube.cluster.gossip.GossipProtocolImpl";
  private static final String DETECTOR = "io.scalecube.cluster.fdetector.FailureDetectorImpl";
  private static final String MEMBERSHIP = "io.scalecube.cluster.membership.MembershipProtocolImpl";
  private static final String ADVICE = "io.peertap.scalecube.";

  @Override
  public String name() {
    return "scalecube";
  }

  @Override
  public String root() {
    return "io.scalecube.";
  }

  @Override
  public String gives() {
    return "members by id, SWIM pings and verdicts, gossip, messages by qualifier, answers to requests";
  }

  @Override
  public String versions() {
    return "2.6.6 and 2.7.7";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        transport(1, "TransportAdvice$Listening", "init"),
        // The lambda that takes a dialled connection.
        transport(2, "TransportAdvice$Dialled", "lambda$connect$20", "lambda$connect0$20"),
        bridge(1, "channelActive", "Active"),
        bridge(2, "channelRead", "Read"),
        transport(2, "TransportAdvice$Sent", "send"),
        transport(2, "TransportAdvice$Requested", "requestResponse"),
        Hook.on(TRANSPORT)
            .method(1, "encodeMessage", "toByteBuf")
            .tap(ADVICE + "EncodeTap", MethodTap.THIS, 0),
        Hook.on(TRANSPORT)
            .method(1, "decodeMessage", "toMessage")
            .tap(ADVICE + "DecodeTap", MethodTap.THIS, 0),
        Hook.on(GOSSIP).method(1, "createAndPutGossip").advice(ADVICE + "GossipAdvice$Published"),
        Hook.on(GOSSIP)
            .method(1, "onGossipRequest", "onGossipReq")
            .needs("gossips", "sequenceIdCollectors")
            .advice(ADVICE + "GossipAdvice$Received"),
        detector(0, "doPing", "Round"),
        detector(3, "publishPingResult", "Ended"),
        detector(4, "doPingReq", "Indirect"),
        membership(2, "updateMembership", "Heard"),
        membership(1, "publishEvent", "Changed"),
        Hook.on(MEMBERSHIP).method(0, "stop").advice(ADVICE + "MembershipAdvice$Stopped"));
  }

  private static Hook transport(int arguments, String advice, String... methods) {
    return Hook.on(TRANSPORT).method(arguments, methods).advice(ADVICE + advice);
  }

  /** Of reactor-netty: ScaleCube itself never sees a channel that it accepted. */
  private static Hook bridge(int arguments, String method, String advice) {
    return Hook.on("reactor.netty.channel.ChannelOperationsHandler")
        .method(arguments, method)
        .advice(ADVICE + "BridgeAdvice$" + advice);
  }

  private static Hook detector(int arguments, String method, String advice) {
    return Hook.on(DETECTOR)
        .method(arguments, method)
        .needs("localMember", "config")
        .advice(ADVICE + "FailureDetectorAdvice$" + advice);
  }

  private static Hook membership(int arguments, String method, String advice) {
    return Hook.on(MEMBERSHIP)
        .method(arguments, method)
        .needs("localMember", "members", "seedMembers")
        .advice(ADVICE + "MembershipAdvice$" + advice);
  }
}
