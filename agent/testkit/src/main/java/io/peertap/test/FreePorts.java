package io.peertap.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for libraries that must be told one before they listen. They lie below those that the system
 * gives to whoever dials (from 32768 on Linux), so that no connection takes one in between.
 */
public final class FreePorts {

  private static final int LOWEST = 15_000;
  private static final int BEHIND = 32_000;
  private static final int TRIES = 100;

  private FreePorts() {}

  /** A port that nobody listens at on any address, neither now nor, in all likelihood, soon. */
  public static int next() {
    IOException taken = null;
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEHIND);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        taken = e;
      }
    }
    throw new UncheckedIOException("no port from " + LOWEST + " to " + BEHIND + " is free", taken);
  }
}
