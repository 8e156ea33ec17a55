package io.peertap.testapp.signing;

import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.dkg.DkgExecutor;
import io.peertap.testapp.dkg.DkgRequest;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.dkg.Purpose;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.BroadcastChannel;
import io.peertap.testapp.net.Mailboxes;
import io.peertap.testapp.net.Presence;
import io.peertap.testapp.net.Router;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.truth.DkgTruth;
import io.peertap.testapp.truth.GossipTruth;
import io.peertap.testapp.truth.OperationTruth;
import io.peertap.testapp.truth.QueueTruth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A node that speaks to the others of its list, in memory. */
final class Party {

  final OperationTruth truth = new OperationTruth();
  final DkgTruth dkgTruth = new DkgTruth();
  final Presence presence;

  private final FaultPlan faults;
  private final Mailboxes mailboxes = new Mailboxes();
  private final BroadcastChannel channel;
  private final Voice voice;

  Party(String name, FaultPlan faults, List<Party> others) {
    this.faults = faults;
    Router router = new Router(mailboxes);
    channel = new BroadcastChannel(
        name,
        bytes -> others.stream()
            .filter(other -> other != this)
            .forEach(other -> other.channel.receive(bytes)),
        router,
        new GossipTruth(),
        new QueueTruth(),
        faults);
    voice = new Voice(name, channel);
    presence = new Presence(voice, router);
    channel.open();
  }

  CompletableFuture<Membership> makeKey(long number, Roster roster) {
    DkgExecutor executor = new DkgExecutor(voice, mailboxes, faults, dkgTruth);
    DkgRequest request = new DkgRequest(number, Purpose.WALLET, roster);
    return start(() -> executor.execute(roster.membersOf(voice.node()), request).membership());
  }

  SigningExecutor signer(Membership membership) {
    return new SigningExecutor(membership, voice, mailboxes, presence, faults, truth);
  }

  void close() {
    channel.close();
  }

  static <T> CompletableFuture<T> start(Callable<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        task -> new Thread(task, "party").start());
  }
}
