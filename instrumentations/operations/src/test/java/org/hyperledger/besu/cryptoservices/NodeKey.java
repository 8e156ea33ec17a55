package org.hyperledger.besu.cryptoservices;

import java.util.function.Function;
import org.apache.tuweni.bytes.Bytes32;
import org.hyperledger.besu.crypto.SECPSignature;

/** Besu's, as far as a rule sees it. */
public class NodeKey {

  private final Function<Bytes32, SECPSignature> securityModule;

  /** A key in this module. */
  public NodeKey(Function<Bytes32, SECPSignature> securityModule) {
    this.securityModule = securityModule;
  }

  /** Signs. */
  public SECPSignature sign(Bytes32 dataHash) {
    return securityModule.apply(dataHash);
  }
}
