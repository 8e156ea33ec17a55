package io.peertap.tron;

import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;
import java.lang.ref.WeakReference;
import org.tron.p2p.discover.protocol.kad.KadService;

/**
 * One node's discovery. A round has failed if it had nobody to ask, and has timed out if nobody
 * that it asked has answered at its end; all but the answers is told on the discovery's thread.
 */
final class Discovery {

  private static final Operation ROUND = Telemetry.current().operations().discovery("dht");
  private static final Peers PEERS = Telemetry.current().peers();

  private final Registration book;
  private Call round;
  private int depth;
  private boolean asked;
  private volatile boolean answered;

  Discovery(KadService service) {
    WeakReference<KadService> table = new WeakReference<>(service);
    book = PEERS.known(() -> {
      KadService known = table.get();
      return known == null ? 0 : known.getAllNodes().size();
    });
  }

  void entered(int step) {
    if (step == 0) {
      if (depth > 0) {
        end(Outcome.FAILURE); // The one before ended with an exception.
      }
      depth = 0;
      asked = false;
      answered = false;
      round = ROUND.begin(null);
    }
    depth++;
  }

  void left() {
    depth--;
    if (depth == 0) {
      end(!asked ? Outcome.FAILURE : answered ? Outcome.SUCCESS : Outcome.TIMEOUT);
    }
  }

  void asked() {
    asked = true;
  }

  void answered() {
    answered = true;
  }

  void closed() {
    book.close();
  }

  private void end(Outcome outcome) {
    if (round != null) {
      round.ended(outcome, null);
      round = null;
    }
  }
}
