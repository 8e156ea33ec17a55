package com.example.bitcoin;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitcoinj.net.discovery.PeerDiscovery;

/** Knows the one node there is, and how often it was asked. */
public final class KnownNode implements PeerDiscovery {

  private final InetSocketAddress node;
  private final AtomicInteger rounds = new AtomicInteger();

  /** Knows this node. */
  public KnownNode(InetSocketAddress node) {
    this.node = node;
  }

  /** How often it was asked. */
  public int rounds() {
    return rounds.get();
  }

  @Override
  public List<InetSocketAddress> getPeers(long services, Duration timeout) {
    rounds.incrementAndGet();
    return List.of(node);
  }

  @Override
  public void shutdown() {}
}
