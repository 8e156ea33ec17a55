package io.peertap.testapp;

import java.util.concurrent.atomic.AtomicLong;

/** What one node exchanged with one host, counted where the node hands it over. */
final class PeerTruth {

  final AtomicLong connectionsDialled = new AtomicLong();
  final AtomicLong connectionsAccepted = new AtomicLong();
  final AtomicLong dialsFailed = new AtomicLong();
  final AtomicLong framesSent = new AtomicLong();
  final AtomicLong frameBytesSent = new AtomicLong();
  final AtomicLong framesReceived = new AtomicLong();
  final AtomicLong frameBytesReceived = new AtomicLong();

  void sent(int bytes) {
    framesSent.incrementAndGet();
    frameBytesSent.addAndGet(bytes);
  }

  void received(int bytes) {
    framesReceived.incrementAndGet();
    frameBytesReceived.addAndGet(bytes);
  }
}
