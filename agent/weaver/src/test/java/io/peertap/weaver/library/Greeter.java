package io.peertap.weaver.library;

import java.util.function.UnaryOperator;

/** What a library could be. */
public class Greeter implements UnaryOperator<String> {

  final String mark;

  /** Greets with a mark at the end. */
  public Greeter(String mark) {
    this.mark = mark;
  }

  /** Branches, so that the method has a stack map. */
  public String greet(String name, long times) {
    return times > 1 ? "hello hello " + name + mark : "hello " + name + mark;
  }

  /** Whatever the guest does. */
  public int visit(Runnable guest) {
    guest.run();
    return mark.length();
  }

  /** Writes to its argument. */
  @SuppressWarnings("FinalParameters")
  public long twice(long number) {
    number = number * 2;
    return number;
  }

  /** Has a bridge: a second method of the same name, which takes any object. */
  @Override
  public String apply(String name) {
    return name + mark;
  }

  /** Needs no instance. */
  public static int length(String text) {
    return text.length();
  }
}
