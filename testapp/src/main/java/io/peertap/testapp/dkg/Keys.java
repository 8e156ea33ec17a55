package io.peertap.testapp.dkg;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keys that a node has a part of, over all its stays; old ones are out of use. */
public final class Keys {

  private static final int LIFETIME_BLOCKS = 300;

  private record Held(Purpose purpose, Membership membership, long fromBlock) {

    boolean inUse(long block) {
      return fromBlock <= block && block < fromBlock + LIFETIME_BLOCKS;
    }
  }

  private final List<Held> all = new CopyOnWriteArrayList<>();

  /** A key is in use from this block on; those long out of use are forgotten. */
  public void add(Purpose purpose, Membership membership, long fromBlock) {
    all.removeIf(held -> held.fromBlock() + 2 * LIFETIME_BLOCKS < fromBlock);
    all.add(new Held(purpose, membership, fromBlock));
  }

  /** The keys in use at a block, the newest last. */
  public List<Membership> inUse(Purpose purpose, long block) {
    return all.stream()
        .filter(held -> held.purpose() == purpose && held.inUse(block))
        .map(Held::membership)
        .toList();
  }
}
