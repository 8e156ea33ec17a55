package io.peertap.ratis;

import io.peertap.api.Attached;
import io.peertap.api.Getter;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.thirdparty.io.grpc.Grpc;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;

/** Finds the connection of a caller: gRPC knows the address that it called from. */
final class Callers {

  private static final Peers PEERS = Telemetry.current().peers();
  private static final Attached<Boolean> KNOWN = Telemetry.current().attached();
  private static final Getter CALL = Getter.field("call");

  private Callers() {}

  /** Whether nothing has come over this stream yet; all of it has one caller. */
  static boolean isNew(Object stream) {
    if (KNOWN.get(stream) != null) {
      return false;
    }
    KNOWN.put(stream, Boolean.TRUE);
    return true;
  }

  /** Names the connection that is there now: the address it came from is nobody's own. */
  static void called(Object answers, RaftRpcRequestProto request) {
    if (CALL.of(answers) instanceof ServerCall<?, ?> call) {
      SocketAddress from = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
      if (from instanceof InetSocketAddress inet && !inet.isUnresolved()) {
        PEERS.listens(Raft.id(request.getRequestorId()), name(inet)).close();
      }
    }
  }

  private static String name(InetSocketAddress address) {
    String ip = address.getAddress().getHostAddress();
    boolean isLong = address.getAddress() instanceof Inet6Address;
    return (isLong ? '[' + ip + ']' : ip) + ':' + address.getPort();
  }
}
