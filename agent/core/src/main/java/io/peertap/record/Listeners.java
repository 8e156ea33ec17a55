package io.peertap.record;

import io.peertap.api.Queues.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which peers listen at which addresses: so that an address can be read as the peer behind it. */
final class Listeners {

  private final ConcurrentMap<String, List<Listener>> byAddress = new ConcurrentHashMap<>();

  Registration add(String peer, String address) {
    Listener listener = new Listener(peer);
    byAddress.compute(address, (any, others) -> with(others, listener));
    return () -> byAddress.computeIfPresent(address, (any, all) -> without(all, listener));
  }

  /** The peer that listens at this address, the last one of several; else the name as it is. */
  String peer(String name) {
    List<Listener> listeners = byAddress.get(name);
    return listeners == null ? name : listeners.get(listeners.size() - 1).peer;
  }

  void clear() {
    byAddress.clear();
  }

  private static List<Listener> with(List<Listener> others, Listener last) {
    List<Listener> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    all.add(last);
    return all;
  }

  private static List<Listener> without(List<Listener> all, Listener gone) {
    List<Listener> others = new ArrayList<>(all);
    others.remove(gone);
    return others.isEmpty() ? null : others;
  }

  /** One registration: not equal to another one of the same peer. */
  private static final class Listener {
    private final String peer;

    Listener(String peer) {
      this.peer = peer;
    }
  }
}
