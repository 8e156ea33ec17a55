package io.peertap.record;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.peertap.api.Attached;

/** State by object of the application, of which none is kept alive. */
final class AttachedRecords<V> implements Attached<V> {

  private final WeakConcurrentMap<Object, V> map = new WeakConcurrentMap.WithInlinedExpunction<>();

  @Override
  public V get(Object key) {
    return map.getIfPresent(key);
  }

  @Override
  public void put(Object key, V value) {
    map.put(key, value);
  }

  @Override
  public V remove(Object key) {
    return map.remove(key);
  }
}
