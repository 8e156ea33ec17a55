package io.peertap.netty;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.peertap.api.Telemetry;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * A listener on a future of the application, which can be taken off again. What it throws is
 * counted; Netty would write it to the application's log.
 */
final class Watch implements GenericFutureListener<Future<Object>> {

  private static final Telemetry TELEMETRY = Telemetry.current();

  /** Weak: a future that its event loop never completes must not stay for being watched. */
  private static final Set<Watch> WAITING =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** The agent holds it weakly; this field keeps it as long as this class. */
  private static final Runnable RELEASE = Watch::endAll;

  static {
    TELEMETRY.onLeave(RELEASE);
  }

  private final Future<?> future;
  private final Consumer<Future<?>> action;

  private Watch(Future<?> future, Consumer<Future<?>> action) {
    this.future = future;
    this.action = action;
  }

  /** Calls back once when the future is done, at once if it is. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // The future's own type parameter does not matter.
  static void over(Future<?> future, Consumer<Future<?>> action) {
    Watch watch = new Watch(future, action);
    WAITING.add(watch);
    ((Future) future).addListener(watch);
  }

  @Override
  public void operationComplete(Future<Object> done) {
    WAITING.remove(this);
    try {
      action.accept(done);
    } catch (Throwable e) {
      TELEMETRY.failed(e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void endAll() {
    for (Watch watch : WAITING.toArray(new Watch[0])) {
      ((Future) watch.future).removeListener(watch);
    }
    WAITING.clear();
  }
}
