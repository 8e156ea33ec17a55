package io.peertap.ratis;

import io.peertap.api.Attached;
import io.peertap.api.Peers;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.ratis.protocol.RaftPeer;

/** The addresses of the peers that one server or client may talk to. */
final class Book {

  private static final Peers PEERS = Telemetry.current().peers();
  private static final Attached<Book> ALL = Telemetry.current().attached();

  private final Map<String, Registration> addresses = new HashMap<>();

  private Book() {}

  static Book of(Object proxies) {
    synchronized (ALL) {
      Book book = ALL.get(proxies);
      if (book == null) {
        book = new Book();
        ALL.put(proxies, book);
      }
      return book;
    }
  }

  static void closed(Object proxies) {
    Book book = ALL.remove(proxies);
    if (book != null) {
      book.close();
    }
  }

  synchronized void add(Collection<RaftPeer> peers) {
    for (RaftPeer peer : peers) {
      PEERS.discovered("static", peer.getId().toString());
      add(peer.getId().toString(), peer.getAddress());
      add(peer.getId().toString(), peer.getClientAddress());
      add(peer.getId().toString(), peer.getAdminAddress());
    }
  }

  private void add(String peer, String address) {
    if (address != null && !address.isEmpty()) {
      addresses.computeIfAbsent(peer + '@' + address, any -> PEERS.listens(peer, address));
    }
  }

  private synchronized void close() {
    addresses.values().forEach(Registration::close);
    addresses.clear();
  }
}
