package io.peertap.api;

/**
 * What runs at a method: at its begin, and at its end, be it a return or an exception. What it
 * throws is counted against its hook and reaches nobody.
 *
 * <p>Of a constructor only the return is told, with the new object as the result and no token.
 */
public interface MethodTap {

  /** The object whose method it is, among the values that a tap reads. */
  int THIS = -1;

  /**
   * The method begins.
   *
   * @param values what the tap reads, in its order; an empty array that is shared if nothing
   * @return a token that the end is told with; null if the end does not matter
   */
  Object enter(Object[] values);

  /**
   * The method returned.
   *
   * @param token what {@link #enter} answered; null also if it failed
   * @param result the method's result, primitives boxed; null for void
   */
  void returned(Object token, Object result);

  /** The method threw. */
  void threw(Object token, Throwable failure);
}
