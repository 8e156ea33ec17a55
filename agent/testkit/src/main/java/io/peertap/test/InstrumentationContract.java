package io.peertap.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.api.MethodTap;
import io.peertap.weaver.HookState;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;

/**
 * What every instrumentation promises. Its test extends this and says how to run an application of
 * the real library: once through everything that is hooked, and to the last close.
 */
public abstract class InstrumentationContract {

  /** As many may be inside an advice when the breaker opens. */
  private static final int THREADS = 16;

  /** The instrumentation under test. */
  protected abstract Instrumentation instrumentation();

  /**
   * Runs a real application and answers its transcript: what an observer without agent sees.
   * Twice the same run gives twice the same transcript.
   */
  protected abstract List<String> transcript() throws Exception;

  /** What must be switched on for the instrumentation to do anything. */
  protected String options() {
    return "";
  }

  /** Hooks that no run of this library version can reach, by id; each with a reason in a comment. */
  protected List<String> unreachable() {
    return List.of();
  }

  @Test
  void isRegisteredAsService() {
    List<Class<?>> registered = new ArrayList<>();
    for (Instrumentation each : ServiceLoader.load(Instrumentation.class)) {
      registered.add(each.getClass());
    }
    assertThat(registered).contains(instrumentation().getClass());
  }

  @Test
  void adviceMethods_neverInlineAndAlwaysSuppress() throws Exception {
    for (Hook hook : instrumentation().hooks()) {
      Class<?> advice = Class.forName(hook.advice(), false, getClass().getClassLoader());
      assertThat(Modifier.isPublic(advice.getModifiers())).as(hook.advice()).isTrue();
      if (!hook.isTap()) {
        assertThat(adviceMethods(advice)).as(hook.advice()).isNotEmpty().allSatisfy(this::check);
      }
    }
  }

  @Test
  void taps_canBeMade() throws Exception {
    for (Hook hook : instrumentation().hooks()) {
      if (hook.isTap()) {
        Class<?> tap = Class.forName(hook.advice(), false, getClass().getClassLoader());
        assertThat(MethodTap.class).isAssignableFrom(tap);
        assertThat(tap.getConstructor()).as("a public constructor").isNotNull();
      }
    }
  }

  @Test
  void listing_loadsNeitherAdviceNorLibrary() throws Exception {
    Class<?> module = instrumentation().getClass();
    Watchful watchful = new Watchful(module);
    Object listed = watchful.loadClass(module.getName()).getConstructor().newInstance();
    List<String> unwanted = new ArrayList<>();
    for (Hook hook : ((Instrumentation) listed).hooks()) {
      unwanted.add(hook.type());
      unwanted.add(hook.advice());
    }
    assertThat(watchful.asked()).contains(module.getName()).noneMatch(unwanted::contains);
  }

  @Test
  void adviceAndTapsLiveInTheInstrumentationsPackage() {
    String own = instrumentation().getClass().getPackageName() + '.';
    assertThat(instrumentation().hooks()).allMatch(hook -> hook.advice().startsWith(own));
  }

  @Test
  void everyHook_matchesTheRealLibrary() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(options())) {
      transcript();
      List<String> idle = new ArrayList<>();
      for (HookState hook : ownHooks(agent)) {
        if (hook.state() != HookState.State.ACTIVE) {
          idle.add(hook.id());
        }
      }
      assertThat(idle).containsExactlyInAnyOrderElementsOf(unreachable());
    }
  }

  @Test
  void application_behavesAsWithoutAgent() throws Exception {
    List<String> without = transcript();
    try (InProcessAgent agent = InProcessAgent.start(options())) {
      assertThat(transcript()).isEqualTo(without);
      agent.awaitEmpty();
      assertThat(agent.scrape().sum("agent_errors_total")).isZero();
    }
  }

  @Test
  void adviceThatFailOnEveryEvent_changeNothingAndAreSwitchedOff() throws Exception {
    List<String> without = transcript();
    try (InProcessAgent agent = InProcessAgent.startFailing("breaker.errors=3," + options())) {
      agent.failEverything();
      assertThat(transcript()).isEqualTo(without);
      assertThat(agent.scrape().sum("agent_errors_total")).isPositive();
      assertThat(transcript()).isEqualTo(without);
      assertThat(ownHooks(agent)).anyMatch(hook -> hook.state() == HookState.State.OFF);
      assertThat(ownHooks(agent)).allMatch(hook -> hook.errors() < 3 + THREADS);
    }
  }

  @Test
  void modulesSwitchedOff_hookNothing() throws Exception {
    StringBuilder off = new StringBuilder();
    for (Instrumentation each : ServiceLoader.load(Instrumentation.class)) {
      off.append(each.name()).append(".enabled=false,");
    }
    try (InProcessAgent agent = InProcessAgent.start(off.toString())) {
      transcript();
      assertThat(ownHooks(agent)).isEmpty();
      assertThat(agent.scrape().sum("connections_opened_total")).isZero();
    }
  }

  private void check(Method method) {
    Advice.OnMethodEnter enter = method.getAnnotation(Advice.OnMethodEnter.class);
    Advice.OnMethodExit exit = method.getAnnotation(Advice.OnMethodExit.class);
    assertThat(Modifier.isPublic(method.getModifiers()))
        .as(method + " is public")
        .isTrue();
    assertThat(enter == null ? exit.inline() : enter.inline())
        .as(method + " inlines")
        .isFalse();
    assertThat(enter == null ? exit.suppress() : enter.suppress())
        .as(method + " suppresses")
        .isEqualTo(Throwable.class);
  }

  private static List<Method> adviceMethods(Class<?> advice) {
    List<Method> methods = new ArrayList<>();
    for (Method method : advice.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Advice.OnMethodEnter.class)
          || method.isAnnotationPresent(Advice.OnMethodExit.class)) {
        methods.add(method);
      }
    }
    return methods;
  }

  private List<HookState> ownHooks(InProcessAgent agent) {
    List<HookState> own = new ArrayList<>();
    for (HookState hook : agent.hooks()) {
      if (hook.module().equals(instrumentation().name())) {
        own.add(hook);
      }
    }
    return own;
  }
}
