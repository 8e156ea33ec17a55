package io.peertap.netty.versions;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A scenario on a Netty and a transport, and typed access to what it tells. */
public final class ScenarioRun {

  private final NettyLoader netty;
  private final String name;
  private final String transport;
  private final Function<Map<String, Object>, Map<String, Object>> scenario;

  /** A scenario by its simple name. */
  public ScenarioRun(NettyLoader netty, String name, String transport) {
    this.netty = netty;
    this.name = name;
    this.transport = transport;
    this.scenario = netty.scenario(name);
  }

  /** Runs a fresh object of the scenario. */
  public Told play(Map<String, Object> parameters) {
    return play(parameters, () -> {});
  }

  /** Runs a fresh object of the scenario, and something while all its connections are quiet. */
  public Told play(Map<String, Object> parameters, Runnable whileOpen) {
    AtomicReference<Map<String, Object>> open = new AtomicReference<>();
    Consumer<Map<String, Object>> hook = told -> {
      open.set(told);
      whileOpen.run();
    };
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("transport", transport);
    all.put("whileOpen", hook);
    return new Told(netty.scenario(name).apply(all), open.get());
  }

  /** The Netty it runs on. */
  public NettyLoader netty() {
    return netty;
  }

  /** The transport it uses. */
  public String transport() {
    return transport;
  }

  /** Tells the one object of this run what to do. */
  public Told tell(String what) {
    return new Told(scenario.apply(Map.of("do", what, "transport", transport)), null);
  }

  /** What a scenario told: at its end, and while everything was open. */
  public static final class Told {

    private final Map<String, Object> truth;
    private final Map<String, Object> open;

    private Told(Map<String, Object> truth, Map<String, Object> open) {
      this.truth = truth;
      this.open = open;
    }

    public Told whileOpen() {
      return new Told(open, null);
    }

    public Object fact(String key) {
      return truth.get(key);
    }

    public long count(String key) {
      return (Long) truth.get(key);
    }

    public List<Long> counts(String... keys) {
      return Arrays.stream(keys).map(this::count).toList();
    }

    /** Totals by remote port. */
    @SuppressWarnings("unchecked")
    public Map<Integer, Long> ports(String key) {
      return (Map<Integer, Long>) truth.get(key);
    }

    public long sum(String key) {
      return ports(key).values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
