package io.peertap.operations.result;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A rule's tap that keeps what it is told, in words, with the number of the call. */
final class RecordedTap implements Suspendable {

  private final int[] reads;
  private final AtomicInteger calls = new AtomicInteger();
  private final List<String> told = new CopyOnWriteArrayList<>();

  RecordedTap(int... reads) {
    this.reads = reads;
  }

  /** What was told so far, in order. */
  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public int[] reads() {
    return reads;
  }

  @Override
  public boolean readsResult() {
    return true;
  }

  @Override
  public Object enter(Object[] values) {
    int call = calls.incrementAndGet();
    told.add(call + " enters" + (values.length == 0 ? "" : " " + Arrays.toString(values)));
    return call;
  }

  @Override
  public void returned(Object token, Object result) {
    told.add(token + " returns " + result);
  }

  @Override
  public void threw(Object token, Throwable failure) {
    told.add(token + " throws " + failure.getMessage());
  }

  @Override
  public Ending suspend(Object token) {
    told.add(token + " suspends");
    return new Later(token);
  }

  private final class Later implements Ending {

    private final Object token;

    Later(Object token) {
      this.token = token;
    }

    @Override
    public void succeeded(Object value) {
      told.add(token + " succeeds " + value);
    }

    @Override
    public void failed(Throwable cause) {
      told.add(token + " fails " + cause.getClass().getSimpleName());
    }

    @Override
    public void cancelled() {
      told.add(token + " is cancelled");
    }
  }
}
