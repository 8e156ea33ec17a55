package io.peertap.ratis;

import io.peertap.api.Direction;
import io.peertap.api.MessageFault;
import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;

/** The messages of one server to another. */
final class Raft {

  /** The name of the protocol in labels. */
  static final String PROTOCOL = "raft";

  static final String APPEND_ENTRIES = "append_entries";

  /** An append without entries. */
  static final String HEARTBEAT = "heartbeat";

  static final String REQUEST_VOTE = "request_vote";

  /** A piece of a snapshot, or the news that the follower needs one. */
  static final String INSTALL_SNAPSHOT = "install_snapshot";

  private static final Messages MESSAGES = Telemetry.current().messages();

  private Raft() {}

  static void sent(AppendEntriesRequestProto request, RaftPeerId follower) {
    String type = type(request);
    String peer = follower.toString();
    MESSAGES.sent(PROTOCOL, type, peer, request.getSerializedSize());
    heartbeat(type, Direction.OUTBOUND, peer);
  }

  static void received(AppendEntriesRequestProto request) {
    String type = type(request);
    String peer = id(request.getServerRequest().getRequestorId());
    MESSAGES.received(PROTOCOL, type, peer, request.getSerializedSize());
    heartbeat(type, Direction.INBOUND, peer);
  }

  static void sent(RequestVoteRequestProto request) {
    MESSAGES.sent(PROTOCOL, REQUEST_VOTE, asked(request), request.getSerializedSize());
  }

  static void received(RequestVoteRequestProto request) {
    String peer = id(request.getServerRequest().getRequestorId());
    MESSAGES.received(PROTOCOL, REQUEST_VOTE, peer, request.getSerializedSize());
  }

  static void sent(InstallSnapshotRequestProto request, RaftPeerId follower) {
    MESSAGES.sent(PROTOCOL, INSTALL_SNAPSHOT, follower.toString(), request.getSerializedSize());
  }

  static void received(InstallSnapshotRequestProto request) {
    String peer = id(request.getServerRequest().getRequestorId());
    MESSAGES.received(PROTOCOL, INSTALL_SNAPSHOT, peer, request.getSerializedSize());
  }

  static void answered(String type, String peer, long nanos) {
    MESSAGES.answered(type, peer, nanos);
  }

  static void failed(String type, MessageFault fault) {
    MESSAGES.failed(type, fault);
  }

  /** Who is asked for a vote. */
  static String asked(RequestVoteRequestProto request) {
    return id(request.getServerRequest().getReplyId());
  }

  /** Ratis keeps one object of each id. */
  static String id(ByteString bytes) {
    return RaftPeerId.valueOf(bytes).toString();
  }

  private static String type(AppendEntriesRequestProto request) {
    return request.getEntriesCount() == 0 ? HEARTBEAT : APPEND_ENTRIES;
  }

  private static void heartbeat(String type, Direction direction, String peer) {
    if (type.equals(HEARTBEAT)) {
      MESSAGES.heartbeat(direction, peer);
    }
  }
}
