package net.corda.node.services.transactions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.NotarisationRequestSignature;
import net.corda.core.identity.Party;

/** Corda's, as far as a rule sees it: the thread that works off the queue is the caller's. */
@SuppressWarnings("UnusedVariable") // The descriptors count.
public class PersistentUniquenessProvider {

  private final LinkedBlockingQueue<CommitRequest> requestQueue = new LinkedBlockingQueue<>();
  private final Set<Object> committed = new HashSet<>();

  /** One request. */
  public record CommitRequest(List<?> states) {}

  /** Queues a request. */
  public void commit(List<?> states) {
    requestQueue.add(new CommitRequest(states));
  }

  /** Works off one request; whether it was committed. */
  public boolean processRequest() {
    CommitRequest request = requestQueue.remove();
    try {
      commitOne(request.states(), null, null, null, null, List.of());
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void commitOne(
      List<?> states,
      SecureHash txId,
      Party callerIdentity,
      NotarisationRequestSignature requestSignature,
      TimeWindow timeWindow,
      List<?> references) {
    if (states.stream().anyMatch(committed::contains)) {
      throw new IllegalStateException("conflict");
    }
    committed.addAll(states);
  }
}
