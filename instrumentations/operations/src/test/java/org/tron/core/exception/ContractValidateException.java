package org.tron.core.exception;

/** Java-tron's, as far as a rule sees it. */
public class ContractValidateException extends TronException {
  private static final long serialVersionUID = 1;
}
