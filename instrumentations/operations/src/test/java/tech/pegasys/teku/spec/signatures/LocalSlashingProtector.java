package tech.pegasys.teku.spec.signatures;

import java.util.function.Supplier;
import org.apache.tuweni.bytes.Bytes32;
import tech.pegasys.teku.bls.BLSPublicKey;
import tech.pegasys.teku.infrastructure.async.SafeFuture;
import tech.pegasys.teku.infrastructure.unsigned.UInt64;

/** Teku's, as far as a rule sees it. */
public class LocalSlashingProtector {

  private final Supplier<SafeFuture<Boolean>> record;

  /** A protector with this record. */
  public LocalSlashingProtector(Supplier<SafeFuture<Boolean>> record) {
    this.record = record;
  }

  /** Whether a block may be signed. */
  public synchronized SafeFuture<Boolean> maySignBlock(
      BLSPublicKey validator, Bytes32 genesisValidatorsRoot, UInt64 slot) {
    return record.get();
  }

  /** Whether an attestation may be signed. */
  public synchronized SafeFuture<Boolean> maySignAttestation(
      BLSPublicKey validator,
      Bytes32 genesisValidatorsRoot,
      UInt64 sourceEpoch,
      UInt64 targetEpoch) {
    return record.get();
  }
}
