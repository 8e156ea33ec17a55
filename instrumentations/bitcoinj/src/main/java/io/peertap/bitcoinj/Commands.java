package io.peertap.bitcoinj;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The commands in the headers of messages, as strings that are made once each. */
final class Commands {

  private static final int AT = 4;
  private static final int LENGTH = 12;
  private static final int MAX = 64;

  /** Replaced by a longer one; seldom, and never longer than this node has commands to send. */
  private static volatile Command[] known = new Command[0];

  private Commands() {}

  /** The command of a whole message. */
  static String of(byte[] message) {
    ByteBuffer header = ByteBuffer.wrap(message);
    long first = header.getLong(AT);
    int last = header.getInt(AT + Long.BYTES);
    for (Command command : known) {
      if (command.first == first && command.last == last) {
        return command.name;
      }
    }
    return add(message, first, last);
  }

  private static String add(byte[] message, long first, int last) {
    int length = 0;
    while (length < LENGTH && message[AT + length] != 0) {
      length++;
    }
    Command fresh =
        new Command(first, last, new String(message, AT, length, StandardCharsets.US_ASCII));
    Command[] before = known;
    if (before.length < MAX) {
      Command[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = fresh;
      known = after; // Of two at once one is made again.
    }
    return fresh.name;
  }

  private record Command(long first, int last, String name) {}
}
