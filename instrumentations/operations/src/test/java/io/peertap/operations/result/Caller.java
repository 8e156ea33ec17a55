package io.peertap.operations.result;

import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;

/** What calls a suspend function from Java. */
final class Caller implements Continuation<Object> {

  private volatile Object result;

  /** What the function came to after it was suspended. */
  Object result() {
    return result;
  }

  @Override
  public CoroutineContext getContext() {
    return EmptyCoroutineContext.INSTANCE;
  }

  @Override
  public void resumeWith(Object value) {
    result = value;
  }
}
