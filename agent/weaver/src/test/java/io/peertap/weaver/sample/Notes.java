package io.peertap.weaver.sample;

import net.bytebuddy.asm.Advice;

/** Advice that write down what they see. */
public final class Notes {

  /** Where they write. */
  public static final String KEY = "weaver.notes";

  private Notes() {}

  static void note(String text) {
    System.setProperty(KEY, System.getProperty(KEY, "") + text + ';');
  }

  /** At the begin of a method with two arguments. */
  public static final class Enter {
    private Enter() {}

    /** Sees a field and both arguments. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void enter(
        @Advice.FieldValue("mark") String mark,
        @Advice.Argument(0) Object name,
        @Advice.Argument(1) long times) {
      note("enter " + name + ' ' + times + mark);
    }
  }

  /** At a return. */
  public static final class Exit {
    private Exit() {}

    /** Sees what is returned, and the argument it was made of. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void exit(@Advice.Return Object returned, @Advice.Argument(0) Object name) {
      note("exit " + returned + " of " + name);
    }
  }

  /** At the return of a method with a number. */
  public static final class Amount {
    private Amount() {}

    /** Sees the argument. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void exit(@Advice.Return long returned, @Advice.Argument(0) long number) {
      note("number " + returned + " of " + number);
    }
  }

  /** At the begin of a static method. */
  public static final class Static {
    private Static() {}

    /** Sees the argument. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void enter(@Advice.Argument(0) Object text) {
      note("static " + text);
    }
  }

  /** At the begin of any method. */
  public static final class Plain {
    private Plain() {}

    /** Sees nothing. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void enter() {
      note("plain");
    }
  }

  /** Always fails. */
  public static final class Failing {
    private Failing() {}

    /** Fails. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void enter(@Advice.This Object greeter) {
      if (greeter != null) {
        throw new IllegalStateException("of " + greeter);
      }
    }
  }
}
