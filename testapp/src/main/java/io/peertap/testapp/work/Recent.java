package io.peertap.testapp.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made or put here last, as much as there is place for. */
public final class Recent<K, V> {

  private final Map<K, V> values;

  /** There is place for so many. */
  public Recent(int most) {
    values = new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /** The value of a key, made if it is not there. */
  public synchronized V get(K key, Function<K, V> maker) {
    return values.computeIfAbsent(key, maker);
  }

  /** The value of a key, null if it is not there. */
  public synchronized V get(K key) {
    return values.get(key);
  }

  /** Puts a value here. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /** Takes a value away. */
  public synchronized void remove(K key) {
    values.remove(key);
  }
}
