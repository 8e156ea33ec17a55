package io.peertap.operations.expression;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What becomes of the values that expressions find; runs no code of the application. */
public final class Values {

  private static final double NANOS = 1e9;

  private static final String WRAPPERS = "java.util.Collections$";

  private Values() {}

  /** What a reference of the JDK holds; everything else as it is. */
  static Object unwrapped(Object value) {
    if (value instanceof AtomicReference<?> reference && isJdk(value)) {
      return reference.get();
    }
    if (value instanceof AtomicBoolean flag) {
      return flag.get();
    }
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  /** Elements of a collection or map of the JDK; negative for everything else. */
  public static int size(Object value) {
    if (!isJdk(value) || locks(value)) {
      return -1;
    }
    if (value instanceof Collection<?> collection) {
      return collection.size();
    }
    return value instanceof Map<?, ?> map ? map.size() : -1;
  }

  /** A number, a boolean as 1 or 0, a duration in seconds; NaN for everything else. */
  public static double number(Object value) {
    if (value instanceof Number number && isJdk(value)) {
      return number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return value instanceof Duration duration
        ? duration.getSeconds() + duration.getNano() / NANOS
        : Double.NaN;
  }

  /** A whole number of things or bytes; zero for everything else and what is negative. */
  public static long amount(Object value) {
    double number = number(value);
    return number > 0 ? (long) number : 0; // NaN is not greater.
  }

  /** Who is meant: a text, a whole number or an address; null for everything else. */
  public static String peer(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof InetSocketAddress inet && isJdk(value)) {
      InetAddress ip = inet.getAddress();
      String host = ip == null ? inet.getHostString() : ip.getHostAddress();
      return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + inet.getPort();
    }
    if (value instanceof InetAddress ip) {
      return ip.getHostAddress();
    }
    boolean plain = value instanceof Long
        || value instanceof Integer
        || value instanceof UUID
        || (value instanceof SocketAddress && isJdk(value));
    return plain ? value.toString() : null;
  }

  /** The name of an enum constant; null for everything else. */
  public static String constant(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : null;
  }

  private static boolean isJdk(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("java.") || name.startsWith("sun.nio.");
  }

  /**
   * Collections whose size waits for whoever uses them, or that ask another one which may: asking
   * could make two threads wait for each other.
   */
  private static boolean locks(Object value) {
    String name = value.getClass().getName();
    return value instanceof Vector
        || value instanceof Hashtable
        || (name.startsWith(WRAPPERS)
            && !name.startsWith("Empty", WRAPPERS.length())
            && !name.startsWith("Singleton", WRAPPERS.length()));
  }
}
