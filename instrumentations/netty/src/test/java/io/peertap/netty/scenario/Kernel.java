package io.peertap.netty.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What the Linux kernel says about the bytes it holds for a TCP connection on loopback. */
final class Kernel {

  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int QUEUES = 4;

  private Kernel() {}

  /**
   * Bytes written by the sender that the receiver has not read: the sender's send queue and the
   * receiver's receive queue. Nothing where there is no /proc/net/tcp.
   */
  static OptionalLong queued(int senderPort, int receiverPort) {
    try {
      long sum = 0;
      for (Path table : TABLES) {
        for (String line : Files.readAllLines(table)) {
          sum += queued(line.trim().split("\\s+"), hex(senderPort), hex(receiverPort));
        }
      }
      return OptionalLong.of(sum);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static long queued(String[] fields, String sender, String receiver) {
    String local = fields[LOCAL];
    String remote = fields[REMOTE];
    if (local.endsWith(sender) && remote.endsWith(receiver)) {
      return Long.parseLong(fields[QUEUES].split(":", -1)[0], 16);
    }
    if (local.endsWith(receiver) && remote.endsWith(sender)) {
      return Long.parseLong(fields[QUEUES].split(":", -1)[1], 16);
    }
    return 0;
  }

  private static String hex(int port) {
    return ":%04X".formatted(port);
  }
}
