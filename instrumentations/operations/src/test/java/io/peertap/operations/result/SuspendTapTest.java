package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.FieldView;
import io.peertap.api.rule.MethodView;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import net.bytebuddy.description.method.MethodDescription;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Suspend functions from Kotlin's own compiler, on Kotlin's own coroutines. */
class SuspendTapTest {

  private static final Object SUSPENDED = IntrinsicsKt.getCOROUTINE_SUSPENDED();

  @RegisterExtension
  private final PolledByHand telemetry = new PolledByHand();

  private final Signing signing = new Signing();
  private final Caller caller = new Caller();
  private final CompletableDeferred<String> share = deferred();

  @BeforeAll
  static void weave() {
    Woven.weave();
  }

  @AfterEach
  void forget() {
    Woven.clear();
  }

  @Test
  void success_endsTheCall_afterTheWait() {
    RecordedTap tap = tapped("sign", 2, 0);

    assertThat(signing.sign("message ", share, caller)).isSameAs(SUSPENDED);
    assertThat(tap.told()).containsExactly("1 enters [message ]", "1 suspends");
    share.complete("signed");

    assertThat(tap.told())
        .containsExactly("1 enters [message ]", "1 suspends", "1 succeeds message signed");
    assertThat(caller.result()).isEqualTo("message signed");
    assertNothingWaits();
  }

  @Test
  void failure_endsTheCall() {
    RecordedTap tap = tapped("sign", 2);

    signing.sign("message ", share, caller);
    share.completeExceptionally(new IllegalStateException("no quorum"));

    assertThat(tap.told())
        .containsExactly("1 enters", "1 suspends", "1 fails IllegalStateException");
    assertNothingWaits();
  }

  @Test
  void cancellation_endsTheCall() {
    RecordedTap tap = tapped("sign", 2);

    signing.sign("message ", share, caller);
    share.cancel(new CancellationException("enough"));

    assertThat(tap.told()).containsExactly("1 enters", "1 suspends", "1 is cancelled");
    assertNothingWaits();
  }

  @Test
  void timeOut_isAFailure_notACancellation() {
    RecordedTap tap = tapped("inTime", 1);

    signing.inTime(share, caller);

    Awaitility.await()
        .untilAsserted(() -> assertThat(tap.told())
            .containsExactly("1 enters", "1 suspends", "1 fails TimeoutCancellationException"));
    assertNothingWaits();
  }

  @Test
  void resultThatIsThereAlready_isAPlainReturn() {
    RecordedTap tap = tapped("sign", 2);
    share.complete("signed");

    assertThat(signing.sign("message ", share, caller)).isEqualTo("message signed");

    assertThat(tap.told()).containsExactly("1 enters", "1 returns message signed");
  }

  @Test
  void exceptionThatIsThereAlready_isAPlainThrow() {
    RecordedTap tap = tapped("sign", 2);
    share.completeExceptionally(new IllegalStateException("no quorum"));

    assertThatThrownBy(() -> signing.sign("message ", share, caller))
        .isInstanceOf(IllegalStateException.class);

    assertThat(tap.told()).hasSize(2).last().asString().startsWith("1 throws");
  }

  @Test
  void twoSuspensions_areOneCall() {
    RecordedTap tap = tapped("twoRounds", 2);
    CompletableDeferred<String> second = deferred();

    signing.twoRounds(share, second, caller);
    share.complete("committed ");
    assertThat(tap.told()).containsExactly("1 enters", "1 suspends");
    second.complete("signed");

    assertThat(tap.told()).containsExactly("1 enters", "1 suspends", "1 succeeds committed signed");
    assertNothingWaits();
  }

  @Test
  void internalFunction_whoseNameIsMangled_isFollowed() {
    String mangled = Arrays.stream(Signing.class.getDeclaredMethods())
        .map(Method::getName)
        .filter(name -> name.startsWith("hidden"))
        .findFirst()
        .orElseThrow();
    RecordedTap tap = tapped(mangled, 1);

    call(mangled, share, caller);
    share.complete("signed");

    assertThat(tap.told()).containsExactly("1 enters", "1 suspends", "1 succeeds signed.");
  }

  @Test
  void endOnAnotherThread_beforeTheFirstHasLeft_comesAfterTheSuspension() {
    RecordedTap tap = tapped("overtaken", 0);

    assertThat(signing.overtaken(caller)).isSameAs(SUSPENDED);

    assertThat(tap.told()).containsExactly("1 enters", "1 suspends", "1 succeeds signed.");
    assertThat(caller.result()).isEqualTo("signed.");
    assertNothingWaits();
  }

  @Test
  void functionThatCallsItself_isACallEach_andItsNamesakeIsAnother() {
    RecordedTap outer = tapped("nested", 2, 0);
    RecordedTap namesake = tapped("nested", 1);

    assertThat(signing.nested(1, share, caller)).isSameAs(SUSPENDED);
    assertThat(outer.told()).containsExactly("1 enters [1]", "1 suspends");
    share.complete("go");

    assertThat(caller.result()).isEqualTo(2);
    assertThat(outer.told())
        .containsExactly(
            "1 enters [1]", "1 suspends", "2 enters [0]", "2 returns 1", "1 succeeds 2");
    assertThat(namesake.told())
        .containsExactly("1 enters", "1 returns 0", "2 enters", "2 returns 0");
    assertNothingWaits();
  }

  @Test
  void manyCoroutinesOnManyThreads_endEveryCallOnce() {
    RecordedTap tap = tapped("countdown", 1);
    int coroutines = 200;

    assertThat(SigningKt.countdowns(signing, coroutines, 3)).isEqualTo(3 * coroutines);

    assertThat(ends(tap, "enters")).hasSize(4 * coroutines);
    assertThat(ends(tap, "suspends")).hasSizeGreaterThan(coroutines);
    Awaitility.await()
        .untilAsserted(
            () -> { // A thread that was overtaken may still be on its way out.
              assertThat(ends(tap, "succeeds"))
                  .hasSameSizeAs(ends(tap, "suspends"))
                  .doesNotHaveDuplicates();
              assertThat(ends(tap, "succeeds").size() + ends(tap, "returns").size())
                  .isEqualTo(4 * coroutines);
            });
    assertNothingWaits();
  }

  @Test
  void callThatWasSuspendedBeforeTheTapCame_isNotCounted() {
    signing.sign("message ", share, caller);
    RecordedTap tap = tapped("sign", 2);

    share.complete("signed");

    assertThat(caller.result()).isEqualTo("message signed");
    assertThat(tap.told()).isEmpty();
  }

  @Test
  void continuationThatIsDropped_endsTheCallAsCancelled() {
    RecordedTap tap = tapped("sign", 2);

    new Signing().sign("message ", deferred(), new Caller());

    Awaitility.await().untilAsserted(() -> {
      System.gc();
      telemetry.ask();
      assertThat(tap.told()).containsExactly("1 enters", "1 suspends", "1 is cancelled");
    });
    assertNothingWaits();
  }

  @Test
  void suspendFunctions_areKnownByTheirSignature() {
    assertThat(SuspendTap.isSuspend(view("sign", 2))).isTrue();
    assertThat(SuspendTap.isSuspend(new MethodView(
            "sign", "()Ljava/lang/Object;", 1, List.of(), "java.lang.Object", List.of())))
        .isFalse();
  }

  @Test
  void functionWithoutStateMachine_isNotFollowed() {
    MethodView sign = view("sign", 2);

    assertThat(SuspendTap.isFollowed(new Making("com.acme.Signer$sign$1"), sign))
        .isTrue();
    assertThat(SuspendTap.isFollowed(new Making("com.acme.SignerShare$1"), sign))
        .isFalse();
  }

  /** What a waiting call would keep being asked for. */
  private void assertNothingWaits() {
    telemetry.ask();
    assertThat(telemetry.waiting()).isZero();
    assertThat(telemetry.failures()).isEmpty();
  }

  private static List<String> ends(RecordedTap tap, String how) {
    return tap.told().stream().filter(line -> line.contains(how)).toList();
  }

  private static CompletableDeferred<String> deferred() {
    return CompletableDeferredKt.CompletableDeferred(null);
  }

  private static RecordedTap tapped(String name, int parameters, int... reads) {
    RecordedTap tap = new RecordedTap(reads);
    MethodView view = view(name, parameters);
    Woven.put(name, view.descriptor(), new SuspendTap(tap, view, new SuspendedCalls()));
    return tap;
  }

  private Object call(String name, Object... arguments) {
    try {
      return method(name, arguments.length - 1).invoke(signing, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(String name, int parameters) {
    return Arrays.stream(Signing.class.getDeclaredMethods())
        .filter(each -> each.getName().equals(name))
        .filter(each -> each.getParameterCount() == parameters + 1)
        .findFirst()
        .orElseThrow();
  }

  private static MethodView view(String name, int parameters) {
    Method method = method(name, parameters);
    return new MethodView(
        name,
        new MethodDescription.ForLoadedMethod(method).getDescriptor(),
        method.getModifiers(),
        Arrays.stream(method.getParameterTypes()).map(Class::getName).toList(),
        method.getReturnType().getName(),
        List.of());
  }

  /** A class whose methods make and test objects of one other. */
  private record Making(String made) implements ClassView {

    @Override
    public String name() {
      return "com.acme.Signer$Companion";
    }

    @Override
    public List<String> annotations() {
      return List.of();
    }

    @Override
    public List<MethodView> methods() {
      return List.of();
    }

    @Override
    public List<FieldView> fields() {
      return List.of();
    }

    @Override
    public boolean hasSupertype(Predicate<String> name) {
      return false;
    }

    @Override
    public boolean makesAndTests(MethodView method, Predicate<String> type) {
      return type.test(made);
    }
  }
}
