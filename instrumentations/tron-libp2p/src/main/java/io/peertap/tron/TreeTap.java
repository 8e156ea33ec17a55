package io.peertap.tron;

import io.peertap.api.Call;
import io.peertap.api.MethodTap;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import org.tron.p2p.discover.Node;
import org.tron.p2p.dns.tree.Tree;
import org.tron.p2p.exception.DnsException;

/** A tree of nodes is read from DNS. Its nodes have no id; an address tells them apart. */
public final class TreeTap implements MethodTap {

  private static final Operation ROUND = Telemetry.current().operations().discovery("dns");
  private static final Peers PEERS = Telemetry.current().peers();

  /** For the agent, which makes one. */
  public TreeTap() {}

  @Override
  public Object enter(Object[] values) {
    return new Round(ROUND.begin(null), (Tree) values[0]);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Round round) {
      for (Node node : round.tree.getDnsNodes()) {
        PEERS.discovered("dns", address(node));
      }
      round.ended(Outcome.SUCCESS, null);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Round round) {
      round.ended(Outcome.FAILURE, inTermsOfTheJdk(failure));
    }
  }

  private static String address(Node node) {
    String host = node.getHostV4();
    return (host == null || host.isEmpty() ? node.getHostV6() : host) + ':' + node.getPort();
  }

  /** Either nobody knows the name, or what stands under it is no tree. */
  private static Throwable inTermsOfTheJdk(Throwable failure) {
    return failure instanceof DnsException dns
            && dns.getType() == DnsException.TypeEnum.LOOK_UP_ROOT_FAILED
        ? new UnknownHostException(failure.getMessage())
        : new ProtocolException(failure.getMessage());
  }

  private record Round(Call call, Tree tree) {

    void ended(Outcome outcome, Throwable cause) {
      if (call != null) {
        call.ended(outcome, cause);
      }
    }
  }
}
