package io.peertap.pools.commons;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.pool2.BaseKeyedPooledObjectFactory;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;

/** Makes what is pooled, and counts it. */
final class Factory extends BasePooledObjectFactory<AtomicInteger> {

  final AtomicInteger made = new AtomicInteger();
  final AtomicInteger destroyed = new AtomicInteger();
  volatile boolean valid = true;

  @Override
  public AtomicInteger create() {
    return new AtomicInteger(made.incrementAndGet());
  }

  @Override
  public PooledObject<AtomicInteger> wrap(AtomicInteger pooled) {
    return new DefaultPooledObject<>(pooled);
  }

  @Override
  public boolean validateObject(PooledObject<AtomicInteger> pooled) {
    return valid;
  }

  @Override
  public void destroyObject(PooledObject<AtomicInteger> pooled) {
    destroyed.incrementAndGet();
  }

  /** The same for pools by key. */
  BaseKeyedPooledObjectFactory<String, AtomicInteger> keyed() {
    return new BaseKeyedPooledObjectFactory<>() {
      @Override
      public AtomicInteger create(String key) {
        return Factory.this.create();
      }

      @Override
      public PooledObject<AtomicInteger> wrap(AtomicInteger pooled) {
        return Factory.this.wrap(pooled);
      }

      @Override
      public void destroyObject(String key, PooledObject<AtomicInteger> pooled) {
        Factory.this.destroyObject(pooled);
      }
    };
  }
}
