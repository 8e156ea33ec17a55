package tech.pegasys.teku.validator.client.signer;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.tuweni.bytes.Bytes;
import tech.pegasys.teku.bls.BLSSignature;
import tech.pegasys.teku.infrastructure.async.SafeFuture;
import tech.pegasys.teku.validator.api.signer.SignType;

/** Teku's, as far as a rule sees it. */
@SuppressWarnings("UnusedVariable") // The descriptors count.
public class ExternalSigner {

  private final Supplier<SafeFuture<BLSSignature>> service;

  /** A signer that asks this service. */
  public ExternalSigner(Supplier<SafeFuture<BLSSignature>> service) {
    this.service = service;
  }

  /** Signs. */
  public SafeFuture<BLSSignature> signBlock(Bytes signingRoot) {
    return sign(signingRoot, SignType.BLOCK_V2, Map.of(), () -> "");
  }

  private SafeFuture<BLSSignature> sign(
      Bytes signingRoot,
      SignType type,
      Map<String, Object> metadata,
      Supplier<String> slashableMessage) {
    return service.get();
  }
}
