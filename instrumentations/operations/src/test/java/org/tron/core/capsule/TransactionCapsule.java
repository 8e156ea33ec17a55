package org.tron.core.capsule;

import org.tron.core.exception.ValidateSignatureException;
import org.tron.core.store.AccountStore;
import org.tron.core.store.DynamicPropertiesStore;

/** Java-tron's, as far as a rule sees it. */
public class TransactionCapsule {

  private int signatures;

  /** Signs. */
  public void sign(byte[] privateKey) {
    if (privateKey.length == 0) {
      throw new IllegalArgumentException("no key");
    }
    signatures++;
  }

  /** Whether it is signed. */
  public boolean validateSignature(
      AccountStore accountStore, DynamicPropertiesStore dynamicPropertiesStore)
      throws ValidateSignatureException {
    if (signatures > 1) {
      throw new ValidateSignatureException();
    }
    return signatures == 1;
  }
}
