package io.peertap.operations.result;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleTap;
import java.util.Arrays;

/**
 * Lets a rule's tap see a Kotlin suspend function as what it is in the source: one call, however
 * often it is suspended and wherever it goes on. No continuation is wrapped. One tap serves one
 * function.
 *
 * <p>While a call is suspended, and from then on, it is on no thread: what it calls in the same
 * operation counts on its own. Calls that were suspended when the tap came are not counted. A call
 * whose continuation is dropped and collected ends as cancelled.
 */
public final class SuspendTap implements RuleTap {

  private static final Object[] NOTHING = {};

  private final Suspendable inner;
  private final int[] reads;
  private final SuspendedCalls calls;

  /**
   * For one function.
   *
   * @param inner the rule's tap; it sees neither the continuation nor how the function is compiled
   * @param method a function that {@link #isSuspend suspends}
   * @param calls of the function, also those that began with an earlier tap
   */
  public SuspendTap(Suspendable inner, MethodView method, SuspendedCalls calls) {
    this.inner = inner;
    this.calls = calls;
    int[] innerReads = inner.reads();
    this.reads = Arrays.copyOf(innerReads, innerReads.length + 1);
    this.reads[innerReads.length] = method.parameters().size() - 1;
  }

  /** Whether a method is a suspend function, also with a relocated Kotlin. */
  public static boolean isSuspend(MethodView method) {
    int last = method.parameters().size() - 1;
    return last >= 0
        && method.parameters().get(last).endsWith("kotlin.coroutines.Continuation")
        && method.returns().equals("java.lang.Object");
  }

  /**
   * Whether the end of a suspend function can be seen. Not if its last act is to call another one,
   * and it calls no more: then it is compiled to a plain call, which answers "suspended" and is never
   * entered again.
   */
  public static boolean isFollowed(ClassView type, MethodView method) {
    int inner = type.name().indexOf('$');
    String outermost = inner < 0 ? type.name() : type.name().substring(0, inner);
    return isSuspend(method)
        && type.makesAndTests(method, name -> name.startsWith(outermost + '$'));
  }

  @Override
  public int[] reads() {
    return reads.clone();
  }

  @Override
  public boolean readsResult() {
    return true;
  }

  @Override
  public Object enter(Object[] values) {
    int last = values.length - 1;
    Object continuation = values[last];
    Visit again = again(continuation);
    if (again != null) {
      return again.call == null ? null : again;
    }
    Object token = inner.enter(last == 0 ? NOTHING : Arrays.copyOf(values, last));
    // Known before the function runs: another thread may go on with it before this one has left.
    return token == null ? null : new Visit(continuation, calls.begin(continuation, token), true);
  }

  @Override
  public void returned(Object token, Object result) {
    if (!(token instanceof Visit visit)) {
      return;
    }
    if (!Continuations.isSuspended(result)) {
      returned(visit, result);
    } else if (visit.first) {
      visit.call.suspended(inner.suspend(visit.call.token()));
      calls.watch();
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (!(token instanceof Visit visit)) {
      return;
    }
    calls.end(visit.call);
    if (visit.first) {
      inner.threw(visit.call.token(), failure);
    } else {
      visit.call.ended(ending -> Failures.tell(failure, ending));
    }
  }

  private void returned(Visit visit, Object result) {
    calls.end(visit.call);
    if (visit.first) {
      inner.returned(visit.call.token(), inner.readsResult() ? result : null);
    } else {
      visit.call.ended(ending -> {
        if (!Results.follow(result, ending)) {
          ending.succeeded(result);
        }
      });
    }
  }

  /** The visit of a call that goes on, without a call if it began unseen; null for a new call. */
  private Visit again(Object continuation) {
    try {
      Object original = Continuations.completion(continuation);
      if (original == null) {
        return null;
      }
      SuspendedCall call = calls.of(original);
      return Continuations.resumes(continuation, call != null)
          ? new Visit(original, call, false)
          : null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The time that a thread spends in the function.
   *
   * @param original the continuation of the call, held here so that it stays as long
   * @param first whether the call was made in this visit
   */
  private record Visit(Object original, SuspendedCall call, boolean first) {}
}
