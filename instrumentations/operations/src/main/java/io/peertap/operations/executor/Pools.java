package io.peertap.operations.executor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Every executor that was seen, and the groups that they belong to. */
public final class Pools {

  /** Executors that are known at a time; those beyond are not measured. */
  static final int MOST = 10_000;

  private static final int MOST_NAMES = 1_000;
  private static final int MOST_THREADS = 100_000;
  private static final String OTHER = "other";
  private static final String AGENT_THREAD = "peertap-";
  private static final ClassLoader AGENT = Pools.class.getClassLoader();

  private final LongSupplier clock;
  private final WeakIdentityMap<Pool> pools = new WeakIdentityMap<>(MOST);
  private final WeakIdentityMap<Run> runs = new WeakIdentityMap<>(MOST_THREADS);
  private final Map<String, Group> plain = new ConcurrentHashMap<>();
  private final Submissions submissions = new Submissions();

  /** None yet. */
  public Pools() {
    this(System::nanoTime);
  }

  Pools(LongSupplier clock) {
    this.clock = clock;
  }

  /** A group that a rule names. */
  public Group group(String name) {
    return new Group(this, name, false);
  }

  /** Ends the groups that no rule has named. */
  public void closePlain() {
    for (Group group : plain.values()) {
      group.close();
    }
    plain.clear();
  }

  /** An executor of a rule, which is the first one's that sees it; null if it is not to be measured. */
  Pool of(Object executor, Group group) {
    Pool pool = group.isClosed() ? null : known(executor);
    if (pool != null && (pool.group() == null || pool.group().isPlain())) {
      assign(pool, group);
    }
    return pool;
  }

  /** An executor that may be nobody's; null if it is not to be measured. */
  Pool of(Object executor) {
    Pool pool = known(executor);
    return pool == null || pool.isIgnored() ? null : pool;
  }

  /** Names an executor that has no group after one of its threads, or its class; false for the agent's. */
  boolean name(Pool pool, String thread, Class<?> type) {
    if (pool.group() != null) {
      return true;
    }
    if (thread.startsWith(AGENT_THREAD)) {
      pool.ignore();
      return false;
    }
    String name = ThreadNames.common(thread);
    assign(pool, plain(name.isEmpty() ? type.getSimpleName() : name));
    return true;
  }

  private static void assign(Pool pool, Group group) {
    pool.assign(group);
    if (pool.isReadable()) {
      group.watch();
    }
  }

  /** What a thread runs. */
  Run run(Thread thread) {
    Run run = runs.get(thread);
    return run == null ? runs.keep(thread, new Run()) : run;
  }

  Submissions submissions() {
    return submissions;
  }

  long now() {
    return clock.getAsLong();
  }

  /** How many tasks wait in the executors of a group. */
  long depth(Group group) {
    long[] sum = {0};
    pools.retain((executor, pool) -> {
      sum[0] += pool.group() == group ? pool.depth(executor) : 0;
      return true;
    });
    return sum[0];
  }

  void forget(Group group) {
    pools.retain((executor, pool) -> pool.group() != group);
  }

  private Pool known(Object executor) {
    Pool known = pools.get(executor);
    if (known != null) {
      return known;
    }
    Pool fresh = new Pool(executor);
    if (isAgent(executor.getClass())) {
      fresh.ignore();
    }
    return pools.keep(executor, fresh);
  }

  private Group plain(String name) {
    Group known = plain.get(name);
    return known != null
        ? known
        : plain.computeIfAbsent(
            plain.size() < MOST_NAMES ? name : OTHER, each -> new Group(this, each, true));
  }

  /** The agent's loader is its own, but for tests, where it lives with the application. */
  private static boolean isAgent(Class<?> type) {
    return type.getClassLoader() == AGENT && AGENT != ClassLoader.getSystemClassLoader();
  }
}
