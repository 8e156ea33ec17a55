package io.peertap.operations.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Outcome;
import io.peertap.operations.text.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ConditionTest {

  /** A result with fields. */
  record Reply(TimeUnit unit, int code, Object error) {
    Reply() {
      this(TimeUnit.DAYS, 503, null);
    }
  }

  /** A timeout of Kotlin's. */
  static final class TimeoutCancellationException extends CancellationException {
    private static final long serialVersionUID = 1;
  }

  /** A timeout of a library. */
  static final class ReadTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Condition condition(String text) throws Refused {
    return Condition.parse(text, new Access(false, problem -> {}));
  }

  private static boolean returns(String text, Object result) throws Refused {
    return condition(text).holdsForResult(result);
  }

  private static boolean throwing(String text, Throwable failure) throws Refused {
    return condition(text).holdsForFailure(failure);
  }

  @Test
  void thrown_byNameBySuperTypeAndByWhatIsCarried() throws Refused {
    IOException failure = new InterruptedIOException();
    assertThat(throwing("throws java.io.InterruptedIOException", failure)).isTrue();
    assertThat(throwing("throws java.io.IOException", failure)).isTrue();
    assertThat(throwing("throws IOException", failure)).isTrue();
    assertThat(throwing("throws *IO*", failure)).isTrue();
    assertThat(throwing("throws java.lang.Throwable", failure)).isTrue();
    assertThat(throwing("throws a.B, java.io.*", failure)).isTrue();
    assertThat(throwing("throws a.B | throws java.io.*", failure)).isTrue();
    assertThat(throwing("throws java.lang.Error", failure)).isFalse();
    assertThat(throwing("returns true", failure)).isFalse();
    Throwable carried = new CompletionException(new ExecutionException(failure));
    assertThat(throwing("throws java.io.IOException", carried)).isTrue();
    assertThat(throwing("throws CompletionException", carried)).isTrue();
    assertThat(throwing("throws IOException", new IllegalStateException(failure)))
        .isFalse();
  }

  @Test
  void returned_literals() throws Refused {
    assertThat(returns("returns true", true)).isTrue();
    assertThat(returns("returns true", false)).isFalse();
    assertThat(returns("returns true", "true")).isFalse();
    assertThat(returns("returns false", false)).isTrue();
    assertThat(returns("returns null", null)).isTrue();
    assertThat(returns("returns null", Optional.empty())).isTrue();
    assertThat(returns("returns null", "")).isFalse();
    assertThat(returns("returns 0", 0)).isTrue();
    assertThat(returns("returns 0", 0L)).isTrue();
    assertThat(returns("returns -1.5", -1.5)).isTrue();
    assertThat(returns("returns 0", false)).isFalse();
    assertThat(returns("returns DAYS", TimeUnit.DAYS)).isTrue();
    assertThat(returns("returns DAYS", TimeUnit.HOURS)).isFalse();
    assertThat(returns("returns DAYS", "DAYS")).isFalse();
    assertThat(returns("returns DAYS | returns null", null)).isTrue();
    assertThat(returns("throws IOException", new IOException())).isFalse();
  }

  @Test
  void aMethodWithoutResult_returnsNotEvenNull() throws Refused {
    assertThat(returns("returns null", Condition.NOTHING)).isFalse();
  }

  @Test
  void fieldsOfTheResult() throws Refused {
    assertThat(returns("result.unit is DAYS", new Reply())).isTrue();
    assertThat(returns("result.code is 503", new Reply())).isTrue();
    assertThat(returns("result.code is 200", new Reply())).isFalse();
    assertThat(returns("result.error is null", new Reply())).isTrue();
    assertThat(returns("result.nowhere is null", new Reply())).isFalse();
    assertThat(returns("result.unit is null", new Reply())).isFalse();
    assertThat(returns("result.size() is 0", java.util.List.of())).isTrue();
  }

  @Test
  void onlyTestsOfTheResultNeedIt() throws Refused {
    assertThat(condition("throws IOException").readsResult()).isFalse();
    assertThat(condition("throws IOException | returns null").readsResult()).isTrue();
  }

  @Test
  void failuresWithoutRule() {
    assertThat(Causes.outcome(new TimeoutException())).isEqualTo(Outcome.TIMEOUT);
    assertThat(Causes.outcome(new SocketTimeoutException())).isEqualTo(Outcome.TIMEOUT);
    assertThat(Causes.outcome(new ReadTimeoutException())).isEqualTo(Outcome.TIMEOUT);
    assertThat(Causes.outcome(new TimeoutCancellationException())).isEqualTo(Outcome.TIMEOUT);
    assertThat(Causes.outcome(new CancellationException())).isEqualTo(Outcome.CANCELLED);
    assertThat(Causes.outcome(new InterruptedException())).isEqualTo(Outcome.CANCELLED);
    assertThat(Causes.outcome(new RejectedExecutionException())).isEqualTo(Outcome.FAILURE);
    assertThat(Causes.outcome(new OutOfMemoryError())).isEqualTo(Outcome.FAILURE);
    assertThat(Causes.outcome(new CompletionException(new TimeoutException())))
        .isEqualTo(Outcome.TIMEOUT);
    assertThat(Causes.outcome(new IllegalStateException(new TimeoutException())))
        .isEqualTo(Outcome.FAILURE);
  }
}
