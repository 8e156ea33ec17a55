package io.peertap.pools.commons;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.api.MethodTap;
import java.util.List;

/** Generic object pools: borrowing, letting go, clearing. */
public final class CommonsPoolsInstrumentation implements Instrumentation {

  private static final String IMPL = "org.apache.commons.pool2.impl.";
  private static final String POOL = IMPL + "GenericObjectPool";
  private static final String KEYED = IMPL + "GenericKeyedObjectPool";
  private static final String OWN = "io.peertap.pools.commons.";

  @Override
  public String name() {
    return "commons.pools";
  }

  @Override
  public String root() {
    return "org.apache.commons.pool2.";
  }

  @Override
  public String gives() {
    return "object pools: active and idle objects, waits, reuse, evictions";
  }

  @Override
  public String versions() {
    return "commons-pool2 2.0, 2.13.1";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        borrow(POOL, 1, MethodTap.THIS, 0),
        borrow(KEYED, 2, MethodTap.THIS, 1, 0),
        destroy(POOL, 1, 0), // Before 2.9.
        destroy(POOL, 2, 0),
        destroy(KEYED, 3, 1), // Before 2.9.
        destroy(KEYED, 4, 1),
        clear(POOL, 0),
        clear(KEYED, 0),
        clear(KEYED, 1),
        Hook.on(IMPL + "DefaultEvictionPolicy").method(3, "evict").advice(OWN + "EvictAdvice"));
  }

  private static Hook borrow(String type, int arguments, Integer... reads) {
    return Hook.on(type).method(arguments, "borrowObject").tap(OWN + "BorrowTap", reads);
  }

  private static Hook destroy(String type, int arguments, int pooled) {
    return Hook.on(type)
        .method(arguments, "destroy")
        .optional()
        .tap(OWN + "DestroyTap", MethodTap.THIS, pooled);
  }

  private static Hook clear(String type, int arguments) {
    return Hook.on(type).method(arguments, "clear").tap(OWN + "ClearTap", MethodTap.THIS);
  }
}
