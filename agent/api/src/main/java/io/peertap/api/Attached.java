package io.peertap.api;

/**
 * State that hangs off objects of the application which have no room for it. Keys are compared by
 * identity and held weakly; values are held as long as their key lives, and must not lead to it.
 *
 * @param <V> what hangs there
 */
public interface Attached<V> {

  /** What hangs off the key, or null. */
  V get(Object key);

  /** Hangs something there, in the place of what did. */
  void put(Object key, V value);

  /** Takes away what hangs there, and answers it; null if nothing does. */
  V remove(Object key);
}
