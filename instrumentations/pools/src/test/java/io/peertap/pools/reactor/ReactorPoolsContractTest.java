package io.peertap.pools.reactor;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/** Reactor's pools keep every instrumentation's promises. */
class ReactorPoolsContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new ReactorPoolsInstrumentation();
  }

  @Override
  protected List<String> transcript() {
    List<String> transcript = new ArrayList<>();
    InstrumentedPool<String> pool = PoolBuilder.from(Mono.just("one"))
        .sizeBetween(0, 1)
        .maxPendingAcquire(0)
        .buildPool();
    for (int i = 0; i < 5; i++) {
      PooledRef<String> reference = pool.acquire().block();
      transcript.add(reference.poolable() + pool.metrics().acquiredSize());
      pool.acquire()
          .subscribe(more -> transcript.add("more"), failure -> transcript.add("" + failure));
      (i % 2 == 0 ? reference.release() : reference.invalidate()).block();
    }
    pool.dispose();
    return transcript;
  }
}
