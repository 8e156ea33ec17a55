package tech.pegasys.teku.spec.signatures;

import java.util.function.Supplier;
import org.apache.tuweni.bytes.Bytes;
import tech.pegasys.teku.bls.BLSSignature;
import tech.pegasys.teku.infrastructure.async.SafeFuture;

/** Teku's, as far as a rule sees it. */
@SuppressWarnings("UnusedVariable") // The descriptors count.
public class LocalSigner {

  private final Supplier<SafeFuture<BLSSignature>> key;

  /** A signer with this key. */
  public LocalSigner(Supplier<SafeFuture<BLSSignature>> key) {
    this.key = key;
  }

  /** Signs. */
  public SafeFuture<BLSSignature> signBlock(Bytes signingRoot) {
    return sign(signingRoot);
  }

  private SafeFuture<BLSSignature> sign(Bytes signingRoot) {
    return key.get();
  }
}
