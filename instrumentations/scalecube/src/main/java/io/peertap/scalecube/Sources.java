package io.peertap.scalecube;

import java.util.LinkedHashMap;
import java.util.Map;

/** From where this node heard first of members that it has not met; the oldest are forgotten. */
final class Sources {

  private static final int MOST = 1024;

  private final Map<String, String> first = new Oldest();

  void learn(String member, String source) {
    first.putIfAbsent(member, source);
  }

  /** The source of a member that was met. */
  String of(String member) {
    String source = first.remove(member);
    return source == null ? "pex" : source;
  }

  private static final class Oldest extends LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > MOST;
    }
  }
}
