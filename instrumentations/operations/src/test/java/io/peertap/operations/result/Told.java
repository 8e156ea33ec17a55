package io.peertap.operations.result;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what an ending is told, in words. */
final class Told implements Ending {

  private final List<String> told = new CopyOnWriteArrayList<>();

  /** What it was told so far: once, if all is well. */
  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void succeeded(Object value) {
    told.add("succeeded " + value);
  }

  @Override
  public void failed(Throwable cause) {
    told.add("failed " + cause.getClass().getSimpleName() + " " + cause.getMessage());
  }

  @Override
  public void cancelled() {
    told.add("cancelled");
  }
}
