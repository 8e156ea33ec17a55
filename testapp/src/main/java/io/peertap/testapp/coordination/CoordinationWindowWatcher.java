package io.peertap.testapp.coordination;

import io.peertap.testapp.truth.EventTruth;
import java.util.function.Consumer;

/** Notices that a window opens; one that was open before is not for it. */
public final class CoordinationWindowWatcher {

  private final EventTruth truth;
  private final Consumer<CoordinationWindow> opened;
  private CoordinationWindow last;

  /** Tells about windows after the one that this block is in. */
  public CoordinationWindowWatcher(
      long block, EventTruth truth, Consumer<CoordinationWindow> opened) {
    this.last = CoordinationWindow.at(block);
    this.truth = truth;
    this.opened = opened;
  }

  /** Looks at a block, which may not be the next one. */
  public void look(long block) {
    CoordinationWindow window = CoordinationWindow.at(block);
    if (window.index() > last.index()) {
      last = window;
      onWindow(window);
    }
  }

  /** A window has opened. */
  void onWindow(CoordinationWindow window) {
    truth.coordinationWindowDetected();
    opened.accept(window);
  }
}
