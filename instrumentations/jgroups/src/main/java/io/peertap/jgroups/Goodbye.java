package io.peertap.jgroups;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jgroups.blocks.cs.Connection;

/** Whether the peer said goodbye before it closed, which early releases do not do. */
final class Goodbye {

  private static final MethodHandle CAME = find();

  private Goodbye() {}

  static boolean came(Connection connection) {
    try {
      return CAME != null && (boolean) CAME.invokeExact(connection);
    } catch (Throwable e) { // A getter throws nothing.
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle find() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              Connection.class, "isClosedGracefully", MethodType.methodType(boolean.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
