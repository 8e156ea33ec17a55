package io.peertap.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Attached;
import io.peertap.api.Breakers;
import io.peertap.api.Connections;
import io.peertap.api.Event;
import io.peertap.api.Events;
import io.peertap.api.Exchange;
import io.peertap.api.Gossip;
import io.peertap.api.Http;
import io.peertap.api.Messages;
import io.peertap.api.Operation;
import io.peertap.api.Operations;
import io.peertap.api.Peers;
import io.peertap.api.Pools;
import io.peertap.api.Queues;
import io.peertap.api.Relays;
import io.peertap.api.Telemetry;
import io.peertap.record.ConnectionView;
import io.peertap.record.OperationView;
import io.peertap.record.PeerView;
import io.peertap.runtime.Agent;
import io.peertap.weaver.HookState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.awaitility.Awaitility;

/**
 * An agent in the test's own JVM. Closing it also checks what nobody asked: no advice failed,
 * nothing is left in any table, no thread of the agent runs on, nothing was printed on stdout.
 */
public final class InProcessAgent implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Agent agent;
  private final boolean mayFail;
  private final PrintStream stdout = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private InProcessAgent(String options, boolean mayFail) {
    this.mayFail = mayFail;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    agent = Agent.start("port=0,log.level=warn," + options, jvm(), "test");
    agent.weaveLoaded();
  }

  /** An agent with these options, on any free port. */
  public static InProcessAgent start(String options) {
    return new InProcessAgent(options, false);
  }

  /** An agent whose advice are meant to fail. */
  public static InProcessAgent startFailing(String options) {
    return new InProcessAgent(options, true);
  }

  /** This JVM's instrumentation. */
  public static Instrumentation jvm() {
    return ByteBuddyAgent.install();
  }

  /** The agent's numbers, now. */
  public Scrape scrape() {
    return new Scrape(agent.snapshot());
  }

  /** Open connections. */
  public List<ConnectionView> connections() {
    return agent.records().list();
  }

  /** Peers with open connections. */
  public List<PeerView> peers() {
    return agent.records().peerList();
  }

  /** Operations that run. */
  public List<OperationView> operations() {
    return agent.records().runningOperations();
  }

  /** What became of every hook. */
  public List<HookState> hooks() {
    return agent.hooks();
  }

  /** The agent itself. */
  public Agent agent() {
    return agent;
  }

  /** From now on every call of an advice into the agent throws. Before any advice is linked. */
  public void failEverything() {
    agent.records();
    Operation operation = failing(Operation.class, Map.of());
    Event event = failing(Event.class, Map.of());
    Exchange exchange = failing(Exchange.class, Map.of());
    Map<Class<?>, Object> subjects = new HashMap<>();
    for (Class<?> plain : List.of(
        Connections.class,
        Peers.class,
        Messages.class,
        Gossip.class,
        Queues.class,
        Pools.class,
        Relays.class,
        Attached.class)) {
      subjects.put(plain, failing(plain, Map.of()));
    }
    subjects.put(Operations.class, failing(Operations.class, Map.of(Operation.class, operation)));
    subjects.put(Events.class, failing(Events.class, Map.of(Event.class, event)));
    subjects.put(Breakers.class, failing(Breakers.class, Map.of(Event.class, event)));
    subjects.put(Http.class, failing(Http.class, Map.of(Exchange.class, exchange)));
    Telemetry.install(failing(Telemetry.class, subjects));
  }

  /** Every call throws, but those that answer a handle: handles are kept, and fail when used. */
  private static <T> T failing(Class<T> type, Map<Class<?>, Object> handles) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
          Object handle = handles.get(method.getReturnType());
          if (handle == null) {
            throw new IllegalStateException("forced");
          }
          return handle;
        }));
  }

  /** Waits until nothing is alive in any table. */
  public void awaitEmpty() {
    // In this thread: another one would be an executor's, and may be an operation itself.
    Awaitility.await("all tables empty").pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
      assertThat(agent.records().size()).isZero();
      assertThat(operations()).as("running operations").isEmpty();
    });
  }

  /** The same, where a library drops what it has not closed: two ticks find it gone. */
  public void awaitCollected() {
    Awaitility.await("all collected")
        .pollInSameThread()
        .atMost(PATIENCE.multipliedBy(2))
        .until(() -> {
          System.gc();
          return agent.records().size() == 0;
        });
    awaitEmpty();
  }

  /** Checks, and makes the agent leave. */
  @Override
  public void close() {
    try {
      awaitEmpty();
      checkHooks();
    } finally {
      leave();
    }
  }

  /** Makes the agent leave although connections are open. */
  public void leave() {
    agent.close();
    System.setOut(stdout);
    assertThat(agentThreads()).as("threads left").isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8)).as("stdout").isEmpty();
  }

  private void checkHooks() {
    for (HookState hook : agent.hooks()) {
      assertThat(hook.state()).as(hook.id()).isNotEqualTo(HookState.State.FAILED);
      if (!mayFail) {
        assertThat(hook.errors()).as("errors of " + hook.id()).isZero();
      }
    }
  }

  private static List<String> agentThreads() {
    List<String> names = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("peertap")) {
        names.add(thread.getName());
      }
    }
    return names;
  }
}
