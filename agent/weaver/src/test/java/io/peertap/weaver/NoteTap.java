package io.peertap.weaver;

import io.peertap.api.rule.RuleTap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down what it is told; its tokens count its calls. */
class NoteTap implements RuleTap {

  private final String name;
  private final List<String> notes;
  private final boolean readsResult;
  private final int[] reads;
  private int calls;

  NoteTap(String name, List<String> notes, boolean readsResult, int... reads) {
    this.name = name;
    this.notes = notes;
    this.readsResult = readsResult;
    this.reads = reads;
  }

  NoteTap(int... reads) {
    this("", new ArrayList<>(), true, reads);
  }

  List<String> notes() {
    return notes;
  }

  @Override
  public int[] reads() {
    return reads;
  }

  @Override
  public boolean readsResult() {
    return readsResult;
  }

  @Override
  public Object enter(Object[] values) {
    notes.add(name + "enter " + Arrays.toString(values));
    return ++calls;
  }

  @Override
  public void returned(Object token, Object result) {
    notes.add(name + "returned " + token + " " + result);
  }

  @Override
  public void threw(Object token, Throwable failure) {
    notes.add(name + "threw " + token + " " + failure);
  }
}
