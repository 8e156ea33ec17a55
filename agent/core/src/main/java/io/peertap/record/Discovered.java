package io.peertap.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which peers discovery has told of lately. Bounded: the one told of longest ago is forgotten, and
 * counts once more if it is told of again.
 */
final class Discovered {

  private static final int MAX = 16_384;

  private final Map<String, Boolean> told = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MAX;
    }
  };

  /** Whether this is news. */
  synchronized boolean add(String source, String peer) {
    return told.put(source + ' ' + peer, Boolean.TRUE) == null;
  }
}
