package io.peertap.operations.ledger;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.awaitility.Awaitility;

/** The whole application: four houses, and the services that they share. */
final class Guild {

  private static final int SEATS_IN_OFFICE = 18;

  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final EventLoopGroup loops = new NioEventLoopGroup(2);

  final VaultDesk vaults = new VaultDesk(loops.next());
  final KeyCeremony ceremony = new KeyCeremony();
  final SealOffice seals = new SealOffice(clerks, SEATS_IN_OFFICE);
  final RoundTable table = new RoundTable(clerks);
  final Oracle oracle = new Oracle(clerks);
  final House north = new House(loops, false);
  final House south = new House(loops, false);
  final House west = new House(loops, false);
  final House mute = new House(loops, true);
  final List<House> houses = List.of(north, south, west, mute);

  Guild() throws InterruptedException {}

  /** What the services know of their work, by what their operators call it. */
  Map<String, Tally> tallies() {
    return Map.of(
        "wallet_action", vaults.tally,
        "dkg", ceremony.tally,
        "signing", seals.tally,
        "coordination", table.tally,
        "relay_entry", oracle.tally);
  }

  /** A sum over all houses. */
  long sum(ToLongFunction<House> count) {
    return houses.stream().mapToLong(count).sum();
  }

  /** Waits for a sum over all houses. */
  void await(long expected, ToLongFunction<House> count) {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sum(count) == expected);
  }

  /** Returns when no work is left and every line is closed at both ends. */
  void disband() throws InterruptedException {
    for (House house : houses) {
      house.shut();
    }
    await(0, house -> house.met.get() - house.parted.get());
    clerks.shutdown();
    if (!clerks.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("clerks still at work");
    }
    loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).sync();
  }
}
