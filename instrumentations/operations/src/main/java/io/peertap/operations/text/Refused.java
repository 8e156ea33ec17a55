package io.peertap.operations.text;

/** Something that somebody wrote cannot be accepted. The message says what is, in one line. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * Says why.
   *
   * @param what what is wrong
   * @param accepted what would be accepted instead
   */
  public Refused(String what, String accepted) {
    super(what + "; " + accepted, null, false, false);
  }
}
