package com.example.guild;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Guilds: groups of agents that work on one thing together, until they are dissolved. */
public final class GuildRegistry {

  private final Map<String, List<String>> guilds = new ConcurrentHashMap<>();

  /** A guild is formed; false if there is one of this id. */
  public boolean form(String id, List<String> members) {
    return guilds.putIfAbsent(id, members) == null;
  }

  /** Its work is done. */
  public void dissolve(String id) {
    guilds.remove(id);
  }

  /** Its members went away. */
  public void abandon(String id) {
    guilds.remove(id);
  }
}
