package io.peertap.operations.result;

import io.peertap.api.rule.RuleTap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;

/** Puts taps into the suspend functions of {@link Signing}, as the agent would. */
public final class Woven {

  private static final Map<String, RuleTap> TAPS = new ConcurrentHashMap<>();

  private Woven() {}

  /** Weaves the class; from then on a function asks for its tap. */
  static void weave() {
    ByteBuddyAgent.install();
    new ByteBuddy()
        .redefine(Signing.class)
        .visit(Advice.to(Woven.class).on(ElementMatchers.returns(Object.class)))
        .make()
        .load(Signing.class.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
  }

  /** A function's tap. */
  static void put(String name, String descriptor, RuleTap tap) {
    TAPS.put(name + descriptor, tap);
  }

  /** No function has a tap. */
  static void clear() {
    TAPS.clear();
  }

  @Advice.OnMethodEnter
  static Object entered(@Advice.Origin("#m#d") String function, @Advice.AllArguments Object[] all) {
    return enter(function, all);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void left(
      @Advice.Origin("#m#d") String function,
      @Advice.Enter Object token,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object result,
      @Advice.Thrown Throwable failure) {
    exit(function, token, result, failure);
  }

  /** Called by the woven functions. */
  public static Object enter(String function, Object[] all) {
    RuleTap tap = TAPS.get(function);
    if (tap == null) {
      return null;
    }
    int[] reads = tap.reads();
    Object[] values = new Object[reads.length];
    for (int i = 0; i < reads.length; i++) {
      values[i] = all[reads[i]];
    }
    return tap.enter(values);
  }

  /** Called by the woven functions. */
  public static void exit(String function, Object token, Object result, Throwable failure) {
    RuleTap tap = TAPS.get(function);
    if (tap != null && failure == null) {
      tap.returned(token, result);
    } else if (tap != null) {
      tap.threw(token, failure);
    }
  }
}
