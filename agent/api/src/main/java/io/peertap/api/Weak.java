package io.peertap.api;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads objects of the application without keeping them, or what defined them, alive. */
public final class Weak {

  private Weak() {}

  /**
   * What a function reads of an object; null once the object is gone.
   *
   * @param read held weakly as well, since its class leads to the application: keep it in a static
   *     field
   */
  public static <T, R> Supplier<R> read(T object, Function<? super T, ? extends R> read) {
    WeakReference<T> weakObject = new WeakReference<>(object);
    WeakReference<Function<? super T, ? extends R>> weakRead = new WeakReference<>(read);
    return () -> {
      T present = weakObject.get();
      Function<? super T, ? extends R> reader = weakRead.get();
      return present == null || reader == null ? null : reader.apply(present);
    };
  }
}
