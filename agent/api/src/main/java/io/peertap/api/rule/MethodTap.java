package io.peertap.api.rule;

/**
 * What runs at a method that a rule chose: at its begin, and at its end, be it a return or an
 * exception. What it throws is counted against its rule and reaches nobody.
 *
 * <p>Of a constructor only the return is told, with the new object as the result and no token.
 */
public interface MethodTap {

  /** The object whose method it is, in {@link #reads()}. */
  int THIS = -1;

  /**
   * Which values {@link #enter} takes, in order: indexes of arguments, or {@link #THIS}. Empty for a
   * tap that needs none, which then costs no allocation. Asked once, when a call site is linked.
   */
  int[] reads();

  /** Whether {@link #returned} takes the method's result; primitives come boxed. */
  boolean readsResult();

  /**
   * The method begins.
   *
   * @param values what {@link #reads()} asked for; an empty array that is shared if nothing
   * @return a token that the end is told with; null if the end does not matter
   */
  Object enter(Object[] values);

  /**
   * The method returned.
   *
   * @param token what {@link #enter} answered; null also if it failed
   * @param result the method's result; null for void, and unless {@link #readsResult()}
   */
  void returned(Object token, Object result);

  /** The method threw. */
  void threw(Object token, Throwable failure);
}
