package io.peertap.pools.reactor;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** Reactor's pool: who waits, what is handed out, what is destroyed. */
public final class ReactorPoolsInstrumentation implements Instrumentation {

  private static final String POOL = "reactor.pool.AbstractPool";
  private static final String BORROWER = POOL + "$Borrower";
  private static final String ADVICE = "io.peertap.pools.reactor.PoolAdvice$";

  @Override
  public String name() {
    return "reactor.pools";
  }

  @Override
  public String root() {
    return "reactor.";
  }

  @Override
  public String gives() {
    return "connection pools of reactor-netty: active and idle, waits, reuse by peer, evictions";
  }

  @Override
  public String versions() {
    return "reactor-pool 0.2.0, 1.2.6; reactor-netty 1.0.0, 1.2.18";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on("reactor.pool.SimpleDequePool").method(1, "doAcquire").advice(ADVICE + "Acquire"),
        Hook.on(BORROWER).method(1, "deliver").advice(ADVICE + "Deliver"),
        Hook.on(BORROWER).method(1, "fail").advice(ADVICE + "Fail"),
        Hook.on(BORROWER).method(0, "run").advice(ADVICE + "TimeOut"),
        Hook.on(BORROWER).method(0, "cancel").advice(ADVICE + "Cancel"),
        Hook.on(POOL).method(1, "destroyPoolable").advice(ADVICE + "Destroy"));
  }
}
