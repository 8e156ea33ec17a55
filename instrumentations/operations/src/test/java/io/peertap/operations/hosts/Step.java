package io.peertap.operations.hosts;

/** A job between others. */
public abstract class Step implements Job {

  /** Prepares. */
  protected abstract void prepare();

  /** Ends. */
  @Traced
  public final void finish() {}
}
