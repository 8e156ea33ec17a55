package io.peertap.ratis;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.List;
import org.apache.ratis.protocol.RaftPeer;

/** Ratis keeps every instrumentation's promises. */
class RatisContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new RatisInstrumentation();
  }

  /** Who leads is a matter of chance; that somebody does, and that all is written, is not. */
  @Override
  protected List<String> transcript() throws Exception {
    // Nobody is so far behind here.
    Class.forName("org.apache.ratis.grpc.server.GrpcLogAppender$InstallSnapshotResponseHandler");
    try (Group group = Group.started()) {
      group.write(5);
      return List.of("led and written");
    }
  }

  /** Two methods have lost or gained an argument between Ratis 2 and 3. */
  @Override
  protected List<String> unreachable() {
    return RaftPeer.class.getPackage().getImplementationVersion().startsWith("2.")
        ? List.of("GrpcLogAppender#sendRequest/2", "StateMachineUpdater#takeSnapshot/1")
        : List.of("GrpcLogAppender#sendRequest/3", "StateMachineUpdater#takeSnapshot/0");
  }
}
