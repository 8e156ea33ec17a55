package io.peertap.ratis;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** Apache Ratis 2 and 3 over gRPC. Its connections are those of the Netty that it carries. */
public final class RatisInstrumentation implements Instrumentation {

  private static final String GRPC = "org.apache.ratis.grpc.server.";
  private static final String SERVER = "org.apache.ratis.server.impl.RaftServerImpl";
  private static final String PEERS = "org.apache.ratis.util.PeerProxyMap";
  private static final String ADVICE = "io.peertap.ratis.";

  @Override
  public String name() {
    return "ratis";
  }

  @Override
  public String root() {
    return "org.apache.ratis.";
  }

  @Override
  public String gives() {
    return "peers by raft id, appended entries, heartbeats and votes with their round trips and "
        + "timeouts, elections, snapshots";
  }

  @Override
  public String versions() {
    return "2.0.0 and 3.3.0";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(PEERS).method(1, "addRaftPeers").advice(ADVICE + "PeersAdvice$Added"),
        Hook.on(PEERS).method(0, "close").advice(ADVICE + "PeersAdvice$Closed"),
        Hook.on(GRPC + "GrpcServerProtocolService$ServerRequestStreamObserver")
            .method(1, "onNext")
            .needs("responseObserver")
            .advice(ADVICE + "CallerAdvice$Streamed"),
        Hook.on(GRPC + "GrpcServerProtocolService")
            .method(2, "requestVote")
            .advice(ADVICE + "CallerAdvice$AskedToVote"),
        sent(2),
        sent(3), // Before 2.4.
        Hook.on(GRPC + "GrpcLogAppender$RequestMap")
            .method(1, "remove")
            .advice(ADVICE + "AppendAdvice$Answered"),
        Hook.on("org.apache.ratis.grpc.metrics.GrpcServerMetrics")
            .method(2, "onRequestTimeout")
            .advice(ADVICE + "AppendAdvice$TimedOut"),
        Hook.on(GRPC + "GrpcLogAppender$AppendLogResponseHandler")
            .method(1, "onError")
            .needs("this$0")
            .advice(ADVICE + "AppendAdvice$Broken"),
        install("addPending", "Sent"),
        install("onNext", "Answered"),
        install("onError", "Broken"),
        Hook.on(GRPC + "GrpcServerProtocolClient")
            .method(1, "requestVote")
            .tap(ADVICE + "VoteTap", 0),
        server(1, "appendEntriesAsync", "ServerAdvice$Append"),
        server(1, "requestVote", "ServerAdvice$Vote"),
        server(1, "installSnapshot", "SnapshotAdvice$Received"),
        snapshot(0), // Of older releases.
        snapshot(1),
        server(1, "changeToCandidate", "ServerAdvice$Candidate"),
        server(0, "changeToLeader", "ServerAdvice$Leader"),
        Hook.on("org.apache.ratis.server.impl.LeaderElection")
            .method(5, "logAndReturn")
            .advice(ADVICE + "ServerAdvice$Round"));
  }

  private static Hook sent(int arguments) {
    return Hook.on(GRPC + "GrpcLogAppender")
        .method(arguments, "sendRequest")
        .needs("appendLogRequestObserver")
        .optional()
        .advice(ADVICE + "AppendAdvice$Sent");
  }

  private static Hook install(String method, String advice) {
    return Hook.on(GRPC + "GrpcLogAppender$InstallSnapshotResponseHandler")
        .method(1, method)
        .needs("this$0")
        .advice(ADVICE + "SnapshotAdvice$" + advice);
  }

  private static Hook snapshot(int arguments) {
    return Hook.on("org.apache.ratis.server.impl.StateMachineUpdater")
        .method(arguments, "takeSnapshot")
        .optional()
        .advice(ADVICE + "SnapshotAdvice$Begun");
  }

  private static Hook server(int arguments, String method, String advice) {
    return Hook.on(SERVER).method(arguments, method).advice(ADVICE + advice);
  }
}
