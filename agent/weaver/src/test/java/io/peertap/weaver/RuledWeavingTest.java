package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.api.Hook;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleTap;
import io.peertap.weaver.sample.GreeterModule;
import io.peertap.weaver.sample.Notes;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Taps are told what happens, come and go with the rules, and harm nobody. */
class RuledWeavingTest {

  private static final String SOURCE = "package %s; public class Signer {"
      + " public Signer() {}"
      + " public Signer(int n) { this(); if (n < 0) throw new IllegalArgumentException(); }"
      + " public long sign(String text, long n) {"
      + "   if (n < 0) throw new IllegalStateException(text); return n * 2; }"
      + " public void check() {}"
      + " public static int count(Runnable r) { r.run(); return 7; } }"
      + " class Other { static boolean is(Object o) { return o instanceof Other; } }";

  private final java.lang.instrument.Instrumentation jvm = ByteBuddyAgent.install();
  private final List<String> said = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Weaver weaver;

  @AfterEach
  void leave() {
    if (weaver != null) {
      weaver.close();
    }
  }

  @Test
  void tapIsToldBeginReturnAndThrow() throws Exception {
    Compiled app = app("told");
    install(SampleRules.of("told.").on("sign", tap("", 0, 1)).on("check", tap("c ")));
    Object signer = make(app, "told.Signer");

    assertThat(call(signer, "sign", "a", 2L)).isEqualTo(4L);
    assertThatThrownBy(() -> call(signer, "sign", "b", -1L)).hasMessage("b");
    call(signer, "check");

    assertThat(notes)
        .containsExactly(
            "enter [a, 2]",
            "returned 1 4",
            "enter [b, -1]",
            "threw 2 java.lang.IllegalStateException: b",
            "c enter []",
            "c returned 1 null");
  }

  @Test
  void firstRuleIsTheOutermost() throws Exception {
    Compiled app = app("nested");
    install(SampleRules.of("nested.")
        .on("sign", tap("1 "))
        .on("sign", new NoteTap("2 ", notes, false, RuleTap.THIS)));
    Object signer = make(app, "nested.Signer");

    call(signer, "sign", "a", 1L);

    assertThat(notes)
        .containsExactly(
            "1 enter []", "2 enter [" + signer + "]", "2 returned 1 null", "1 returned 1 2");
    assertThat(ids())
        .containsExactly("Signer#sign/2 (operations.rule0)", "Signer#sign/2 (operations.rule1)");
    assertThat(weaver.hooks().list())
        .allMatch(hook -> hook.module().equals("operations") && hook.prefix().isEmpty());
  }

  @Test
  void constructors_tellTheirObjectOnly() throws Exception {
    Compiled app = app("made");
    install(SampleRules.of("made.").on("<init>", tap("")));

    Object signer = make(app, "made.Signer");
    assertThatThrownBy(
            () -> app.loadClass("made.Signer").getConstructor(int.class).newInstance(-1))
        .hasCauseInstanceOf(IllegalArgumentException.class);

    assertThat(notes).hasSize(2).first().isEqualTo("returned null " + signer);
  }

  @Test
  void failingEnter_isANullTokenAndTheBreakerOpens() throws Exception {
    Compiled app = app("failing");
    NoteTap failing = new NoteTap("", notes, true) {
      @Override
      public Object enter(Object[] values) {
        throw new AssertionError("of the agent");
      }
    };
    install(SampleRules.of("failing.").on("sign", failing).on("check", tap("c ")));
    Object signer = make(app, "failing.Signer");

    for (int i = 0; i < 5; i++) {
      assertThat(call(signer, "sign", "a", 1L)).isEqualTo(2L);
    }
    call(signer, "check");

    // The third failure opens the breaker before its call ends.
    assertThat(notes)
        .containsExactly("returned null 2", "returned null 2", "c enter []", "c returned 1 null");
    assertThat(states()).containsExactly(HookState.State.ACTIVE, HookState.State.OFF);
    assertThat(weaver.hooks().errors()).isEqualTo(3);
    assertThat(said).singleElement().asString().contains("sign/2", "switched off after 3 errors");
  }

  @Test
  void newTapOfASwitchedOffRule_startsAfresh() throws Exception {
    Compiled app = app("afresh");
    NoteTap failing = new NoteTap("", notes, true) {
      @Override
      public void returned(Object token, Object result) {
        throw new IllegalStateException();
      }
    };
    install(SampleRules.of("afresh.").on("sign", failing));
    Object signer = make(app, "afresh.Signer");
    for (int i = 0; i < 4; i++) {
      call(signer, "sign", "a", 1L);
    }
    assertThat(states()).containsExactly(HookState.State.OFF);
    assertThat(weaver.rules(SampleRules.of("afresh.").on("sign", failing))).isZero();
    assertThat(states()).containsExactly(HookState.State.OFF);
    notes.clear();

    assertThat(weaver.rules(SampleRules.of("afresh.").on("sign", tap("")))).isEqualTo(1);
    call(signer, "sign", "a", 1L);

    assertThat(notes).containsExactly("enter []", "returned 1 2");
    assertThat(states()).containsExactly(HookState.State.ACTIVE);
    assertThat(weaver.hooks().errors()).as("never falls").isEqualTo(3);
  }

  @Test
  void otherRules_touchOnlyWhatChanges() throws Exception {
    Compiled app = app("changing");
    NoteTap stays = tap("stays ");
    install(SampleRules.of("changing.").on("is", stays).on("check", tap("goes ")));
    Object signer = make(app, "changing.Signer");
    Method is = app.loadClass("changing.Other").getDeclaredMethod("is", Object.class);
    is.setAccessible(true);
    call(signer, "check");
    is.invoke(null, signer);
    notes.clear();

    Spy spy = new Spy("changing/");
    jvm.addTransformer(spy, true);
    MethodRules next = SampleRules.of("changing.").on("is", stays).on("sign", tap("comes "));
    assertThat(weaver.rules(next)).isEqualTo(1);
    jvm.removeTransformer(spy);
    call(signer, "check");
    call(signer, "sign", "a", 1L);
    is.invoke(null, signer);

    assertThat(spy.seen).containsOnlyKeys("changing/Signer");
    assertThat(notes)
        .containsExactly(
            "comes enter []", "comes returned 1 2", "stays enter []", "stays returned 2 false");
    assertThat(weaver.rules(next)).as("nothing changes").isZero();
    assertThat(weaver.rules(null)).as("all go").isEqualTo(2);
    assertThat(weaver.hooks().list()).isEmpty();
  }

  @Test
  void callInProgress_endsWithTheTapItBeganWith() throws Exception {
    Compiled app = app("going");
    NoteTap last = tap("last ");
    install(SampleRules.of("going.").on("count", tap("first ")));
    Runnable change = () -> {
      weaver.rules(SampleRules.of("going.").on("count", last));
      System.gc();
    };
    Object signer = make(app, "going.Signer");

    assertThat(call(signer, "count", change)).isEqualTo(7);
    assertThat(call(signer, "count", (Runnable) () -> weaver.rules(null))).isEqualTo(7);
    assertThat(call(signer, "count", (Runnable) () -> {})).isEqualTo(7);

    assertThat(notes)
        .containsExactly(
            "first enter []", "first returned 1 7", "last enter []", "last returned 1 7");
  }

  @Test
  void rulesThatChangeUnderCalls_loseNoEnd() throws Exception {
    Compiled app = app("busy");
    List<CountingTap> taps = List.of(new CountingTap(), new CountingTap());
    install(SampleRules.of("busy.").on("sign", taps.get(0)));
    Object signer = make(app, "busy.Signer");
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicBoolean go = new AtomicBoolean(true);
    Thread caller = new Thread(() -> {
      try {
        while (go.get()) {
          assertThat(call(signer, "sign", "a", 1L)).isEqualTo(2L);
        }
      } catch (Throwable e) {
        failure.set(e);
      }
    });
    caller.start();
    for (int i = 1; i < 40; i++) {
      CountingTap next = taps.get(i % 2);
      weaver.rules(SampleRules.of("busy.").on("sign", next));
      long before = next.begins.sum();
      while (next.begins.sum() == before && caller.isAlive()) {
        Thread.onSpinWait();
      }
    }
    go.set(false);
    caller.join();

    assertThat(failure.get()).isNull();
    for (CountingTap tap : taps) {
      assertThat(tap.ends.sum()).isPositive().isEqualTo(tap.begins.sum());
      assertThat(tap.strangers.sum()).isZero();
    }
  }

  @Test
  void close_givesTheBytesBack() throws Exception {
    Compiled app = app("closing");
    Object signer = make(app, "closing.Signer");
    byte[] before = bytes(signer.getClass());
    install(SampleRules.of("closing.").on("sign", tap("")));
    weaver.weaveLoaded();
    call(signer, "sign", "a", 1L);
    assertThat(notes).hasSize(2);
    assertThat(bytes(signer.getClass())).isNotEqualTo(before);

    weaver.close();

    assertThat(bytes(signer.getClass())).isEqualTo(before);
    assertThat(call(signer, "sign", "a", 1L)).isEqualTo(2L);
    assertThat(notes).hasSize(2);
    assertThat(weaver.rules(SampleRules.of("closing.").on("sign", tap("")))).isZero();
  }

  @Test
  void weaveLoaded_touchesOnlyWhatWasMissed() throws Exception {
    Compiled early = app("missed");
    Object signer = make(early, "missed.Signer");
    early.loadClass("missed.Other");
    install(SampleRules.of("missed.").on("sign", tap("")));
    make(app("missed"), "missed.Signer");
    Spy spy = new Spy("missed/");
    jvm.addTransformer(spy, true);

    weaver.weaveLoaded();
    jvm.removeTransformer(spy);

    assertThat(spy.seen).containsOnlyKeys("missed/Signer");
    assertThat(spy.loaders).containsExactly(early);
    call(signer, "sign", "a", 1L);
    assertThat(notes).hasSize(2);
  }

  @Test
  void classWithoutClassFile_isShownByTheJvm() throws Exception {
    Compiled app = app("generated");
    Object signer = make(app, "generated.Signer");
    app.hideResources();
    install(SampleRules.of("generated.").on("sign", tap("")));

    weaver.weaveLoaded();
    call(signer, "sign", "a", 1L);

    assertThat(notes).containsExactly("enter []", "returned 1 2");
  }

  @Test
  void namedHookAndRule_shareAMethod() throws Exception {
    Compiled app = app("shared");
    Hook hook =
        Hook.on("shared.Signer").method(2, "sign").advice(Notes.class.getName() + "$Static");
    ModuleEntry module = ModuleEntry.of(new GreeterModule("named", List.of(hook)));
    MethodRules rules = SampleRules.of("shared.").on("sign", tap("", 0));
    weaver = new Weaver(jvm, List.of(module), rules, 3, new Said(said)).start();
    try {
      Object signer = make(app, "shared.Signer");
      call(signer, "sign", "a", 1L);
      assertThat(System.getProperty(Notes.KEY)).isEqualTo("static a;");
      assertThat(notes).containsExactly("enter [a]", "returned 1 2");
      weaver.rules(null);
      call(signer, "sign", "b", 1L);
      assertThat(System.getProperty(Notes.KEY)).isEqualTo("static a;static b;");
      assertThat(notes).hasSize(2);
    } finally {
      System.clearProperty(Notes.KEY);
    }
  }

  @Test
  void supertypes_areReadOncePerLoader() throws Exception {
    Compiled app = Compiled.source(
        17,
        "package lineage; interface Root { int of(); } abstract class Base implements Root {}"
            + " class One extends Base { public int of() { return 1; } }"
            + " public class Two extends Base { public int of() { return new One().of() + 1; }"
            + " public static int run() { return new Two().of(); } }");
    NoteTap tap = tap("");
    install(SampleRules.of("lineage.")
        .on(
            (type, method) ->
                method.name().equals("of") && type.hasSupertype("lineage.Root"::equals),
            method -> tap));

    assertThat(app.call("lineage.Two", "run")).isEqualTo(2);

    assertThat(notes).containsExactly("enter []", "enter []", "returned 2 1", "returned 1 2");
    assertThat(app.resources()).contains("lineage/Base.class").doesNotHaveDuplicates();
  }

  @Test
  void failingChoice_leavesTheClassAlone() throws Exception {
    Compiled app = app("broken");
    SampleRules broken = SampleRules.of("broken.")
        .on("check", tap(""))
        .on(
            (type, method) -> {
              throw new StackOverflowError();
            },
            method -> tap(""));
    install(broken);

    assertThat(call(make(app, "broken.Signer"), "sign", "a", 1L)).isEqualTo(2L);

    assertThat(states()).containsExactly(HookState.State.FAILED);
    assertThat(said).singleElement().asString().contains("broken.Signer", "StackOverflowError");
    assertThat(weaver.rules(SampleRules.of("broken.").on("check", tap("")))).isEqualTo(1);
    assertThat(states()).containsExactly(HookState.State.ACTIVE);
  }

  @Test
  void failingLookAtNames_isSaidOnce() throws Exception {
    Compiled app = app("blind");
    install(new SampleRules(name -> {
      throw new IllegalStateException("no");
    }));

    assertThat(call(make(app, "blind.Signer"), "sign", "a", 1L)).isEqualTo(2L);

    assertThat(said).singleElement().asString().contains("class names");
  }

  @Test
  void tapThatDoesNotFit_isSkipped() throws Exception {
    Compiled app = app("misfit");
    install(SampleRules.of("misfit.")
        .on("sign", tap("", 5))
        .on("count", tap("", RuleTap.THIS))
        .on("check", tap("")));
    Object signer = make(app, "misfit.Signer");

    assertThat(call(signer, "sign", "a", 1L)).isEqualTo(2L);
    call(signer, "check");

    assertThat(states())
        .containsExactly(HookState.State.ACTIVE, HookState.State.SKIPPED, HookState.State.SKIPPED);
    assertThat(said).hasSize(1);
    assertThat(notes).hasSize(2);
  }

  @Test
  void hiddenClasses_areLeftAlone() throws Exception {
    install(SampleRules.of(Hidden.class.getPackageName()).on("answer", tap("")));
    byte[] bytes;
    try (InputStream in = Hidden.class.getResourceAsStream("RuledWeavingTest$Hidden.class")) {
      bytes = in.readAllBytes();
    }
    Class<?> hidden = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
    weaver.rules(SampleRules.of(Hidden.class.getName() + "/").on("answer", tap("")));

    assertThat(hidden.getDeclaredMethod("answer").invoke(null)).isEqualTo(42);

    assertThat(notes).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void loaderThatDies_takesItsTapsAlong() throws Exception {
    install(SampleRules.of("dying.").on("sign", tap("", RuleTap.THIS)));
    WeakReference<Object> loader = called("dying");
    notes.clear();

    Awaitility.await().until(() -> {
      System.gc();
      return loader.refersTo(null);
    });

    assertThat(weaver.hooks().list()).isEmpty();
  }

  private WeakReference<Object> called(String name) throws Exception {
    Compiled app = app(name);
    call(make(app, name + ".Signer"), "sign", "a", 1L);
    assertThat(weaver.hooks().list()).hasSize(1);
    return new WeakReference<>(app);
  }

  /** What the JVM has as the bytes of a class, after all transformers. */
  private byte[] bytes(Class<?> type) throws Exception {
    String name = type.getName().replace('.', '/');
    Spy spy = new Spy(name);
    jvm.addTransformer(spy, true);
    jvm.retransformClasses(type);
    jvm.removeTransformer(spy);
    return spy.seen.get(name);
  }

  private Compiled app(String name) {
    return Compiled.source(17, SOURCE.replace("%s", name));
  }

  private void install(MethodRules rules) {
    weaver = new Weaver(jvm, List.of(), rules, 3, new Said(said)).start();
  }

  private NoteTap tap(String name, int... reads) {
    return new NoteTap(name, notes, true, reads);
  }

  private static Object make(Compiled app, String type) throws ReflectiveOperationException {
    return app.loadClass(type).getConstructor().newInstance();
  }

  private static Object call(Object on, String method, Object... values) throws Exception {
    for (Method found : on.getClass().getMethods()) {
      if (found.getName().equals(method)) {
        try {
          return found.invoke(on, values);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(method);
  }

  private List<String> ids() {
    return weaver.hooks().list().stream().map(HookState::id).sorted().toList();
  }

  private List<HookState.State> states() {
    return weaver.hooks().list().stream().map(HookState::state).sorted().toList();
  }

  /** Something to hide. */
  static final class Hidden {
    static int answer() {
      return 42;
    }
  }

  /** Sees what is transformed again. */
  private static final class Spy implements ClassFileTransformer {
    private final String prefix;
    private final Map<String, byte[]> seen = new HashMap<>();
    private final List<ClassLoader> loaders = new ArrayList<>();

    Spy(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
      if (type != null && name.startsWith(prefix)) {
        seen.put(name, bytes.clone());
        loaders.add(loader);
      }
      return null;
    }
  }

  /** Counts, and knows its own tokens. */
  private static final class CountingTap implements RuleTap {
    private final LongAdder begins = new LongAdder();
    private final LongAdder ends = new LongAdder();
    private final LongAdder strangers = new LongAdder();

    @Override
    public int[] reads() {
      return new int[0];
    }

    @Override
    public boolean readsResult() {
      return false;
    }

    @Override
    public Object enter(Object[] values) {
      begins.increment();
      return this;
    }

    @Override
    public void returned(Object token, Object result) {
      ends.increment();
      if (token != this) {
        strangers.increment();
      }
    }

    @Override
    public void threw(Object token, Throwable failure) {
      strangers.increment();
    }
  }
}
