package io.peertap.tron;

import org.tron.p2p.connection.message.MessageType;

/** The label of each type byte: the library's names for its own, the number for the application's. */
final class TypeNames {

  private static final String[] NAMES = new String[256];

  static {
    for (int type = 0; type < NAMES.length; type++) {
      NAMES[type] = type <= Byte.MAX_VALUE
          ? String.format("0x%02x", type)
          : MessageType.fromByte((byte) type).name();
    }
  }

  private TypeNames() {}

  static String of(byte type) {
    return NAMES[Byte.toUnsignedInt(type)];
  }
}
