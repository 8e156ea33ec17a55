package org.tron.core.exception;

/** Java-tron's, as far as a rule sees it. */
public class P2pException extends Exception {
  private static final long serialVersionUID = 1;
}
