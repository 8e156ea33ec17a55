package io.peertap.weaver;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The only class of the agent that woven code names. It is never used under this name: its bytes
 * are renamed and defined into {@code java.lang}, where every class loader and module sees it.
 *
 * <p>Its shape is frozen and speaks JDK types only, because it outlives the agent that defined it
 * and may serve a later version.
 */
public final class Dispatcher {

  private static Function<Object[], CallSite> linker;
  private static BiConsumer<Throwable, String> failures;

  private Dispatcher() {}

  /**
   * Puts an agent in charge, unless another one is.
   *
   * @return whether it is in charge now
   */
  public static synchronized boolean claim(
      Function<Object[], CallSite> newLinker, BiConsumer<Throwable, String> newFailures) {
    if (linker != null) {
      return false;
    }
    failures = newFailures;
    linker = newLinker;
    return true;
  }

  /** Forgets the agent in charge. */
  public static synchronized void release() {
    linker = null;
    failures = null;
  }

  /**
   * The bootstrap method of every woven call site: arguments are the caller's lookup, the call
   * site's type and the weaver's own strings. Whatever fails, the call site does nothing.
   */
  public static CallSite link(
      MethodHandles.Lookup caller, String name, MethodType type, Object... hook) {
    try {
      Function<Object[], CallSite> current = linker();
      CallSite site = current == null ? null : current.apply(new Object[] {caller, type, hook});
      if (site != null) {
        return site;
      }
    } catch (Throwable e) { // Linking runs in the application's thread: nothing may reach it.
      failed(e, String.valueOf(hook[0]));
    }
    return new ConstantCallSite(MethodHandles.empty(type));
  }

  /** What an advice threw ends here. */
  public static void failed(Throwable failure, String hook) {
    try {
      BiConsumer<Throwable, String> current = failures();
      if (current != null) {
        current.accept(failure, hook);
      }
    } catch (Throwable e) {
      // There is nobody left to tell.
    }
  }

  private static synchronized Function<Object[], CallSite> linker() {
    return linker;
  }

  private static synchronized BiConsumer<Throwable, String> failures() {
    return failures;
  }
}
