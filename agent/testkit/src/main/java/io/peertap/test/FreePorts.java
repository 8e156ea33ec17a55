package io.peertap.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for libraries that must be told one before they listen. They lie below those that the system
 * gives to whoever dials (from 32768 on Linux), so that no connection takes one in between.
 */
public final class FreePorts {

  private static final int LOWEST = 15_000;
  private static final int COUNT = 17_000;
  private static final int TRIES = 1_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePorts() {}

  /** A port that nobody has on any address, nor had a moment ago; no other call answers the same. */
  public static int next() {
    IOException taken = null;
    for (int i = 0; i < TRIES; i++) {
      int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(false); // Some libraries cannot have a port that was used just now.
        socket.bind(new InetSocketAddress(port));
        return port;
      } catch (IOException e) {
        taken = e;
      }
    }
    throw new UncheckedIOException(TRIES + " ports are taken", taken);
  }
}
