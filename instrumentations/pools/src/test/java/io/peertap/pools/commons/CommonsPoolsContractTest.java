package io.peertap.pools.commons;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** The pools of commons-pool2 keep every instrumentation's promises. */
class CommonsPoolsContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new CommonsPoolsInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    Factory factory = new Factory();
    List<String> transcript = new ArrayList<>();
    GenericObjectPool<AtomicInteger> pool = new GenericObjectPool<>(factory);
    GenericKeyedObjectPool<String, AtomicInteger> keyed =
        new GenericKeyedObjectPool<>(factory.keyed());
    for (int i = 0; i < 5; i++) {
      AtomicInteger one = pool.borrowObject();
      AtomicInteger other = keyed.borrowObject("key");
      transcript.add(one + " " + other);
      pool.returnObject(one);
      keyed.invalidateObject("key", other);
      pool.evict();
    }
    pool.close();
    keyed.close();
    transcript.add("destroyed " + factory.destroyed);
    return transcript;
  }

  /** How things are let go has got one argument more. */
  @Override
  protected List<String> unreachable() {
    for (Method method : GenericObjectPool.class.getDeclaredMethods()) {
      if (method.getName().equals("destroy") && method.getParameterCount() == 1) {
        return List.of("GenericObjectPool#destroy/2", "GenericKeyedObjectPool#destroy/4");
      }
    }
    return List.of("GenericObjectPool#destroy/1", "GenericKeyedObjectPool#destroy/3");
  }
}
