package io.peertap.operations.packs;

import io.peertap.api.Outcome;
import java.util.List;
import tech.pegasys.teku.beacon.sync.fetch.FetchBlockTask;
import tech.pegasys.teku.beacon.sync.fetch.FetchResult;
import tech.pegasys.teku.beacon.sync.forward.multipeer.BatchImporter;
import tech.pegasys.teku.beacon.sync.forward.multipeer.BatchImporter.BatchImportResult;
import tech.pegasys.teku.beacon.sync.forward.multipeer.BatchSync;
import tech.pegasys.teku.beacon.sync.forward.multipeer.SyncResult;
import tech.pegasys.teku.bls.BLSSignature;
import tech.pegasys.teku.infrastructure.async.SafeFuture;
import tech.pegasys.teku.networking.p2p.discovery.DiscoveryPeer;
import tech.pegasys.teku.networking.p2p.discovery.discv5.DiscV5Service;
import tech.pegasys.teku.networking.p2p.reputation.DefaultReputationManager;
import tech.pegasys.teku.networking.p2p.reputation.ReputationAdjustment;
import tech.pegasys.teku.spec.signatures.LocalSigner;
import tech.pegasys.teku.spec.signatures.LocalSlashingProtector;
import tech.pegasys.teku.validator.client.duties.BlockProductionDuty;
import tech.pegasys.teku.validator.client.duties.DutyResult;
import tech.pegasys.teku.validator.client.signer.ExternalSigner;

/** Classes of Teku's shape. */
@SuppressWarnings("FutureReturnValueIgnored") // The agent follows them.
final class Teku implements Driver {

  @Override
  public void drive(Truth truth) {
    sync(truth);
    fetch(truth);
    sign(truth);
    perform(truth);
    for (ReputationAdjustment adjustment : ReputationAdjustment.values()) {
      new DefaultReputationManager().adjustReputation(null, adjustment);
      truth.ended("reputation", adjustment.name(), Outcome.SUCCESS);
    }
    DiscoveryPeer peer = new DiscoveryPeer() {};
    new DiscV5Service(() -> SafeFuture.of(List.of(peer, peer))).searchForPeers();
    truth.discovered("discv5", Outcome.SUCCESS, 2);
  }

  private static void sync(Truth truth) {
    BatchSync sync = new BatchSync();
    sync.syncToChain(null);
    sync.syncToChain(null); // Another target.
    sync.end(SyncResult.COMPLETE);
    sync.syncToChain(null);
    sync.end(SyncResult.FAILED);
    truth.synchronised("chain", Outcome.CANCELLED);
    truth.synchronised("chain", Outcome.SUCCESS);
    truth.synchronised("chain", Outcome.FAILURE);
    for (BatchImportResult result : BatchImportResult.values()) {
      new BatchImporter(batch -> SafeFuture.of(result)).importBatch(null);
      boolean imported = result == BatchImportResult.IMPORTED_ALL_BLOCKS;
      truth.synchronised("batch", imported ? Outcome.SUCCESS : Outcome.FAILURE);
    }
  }

  private static void fetch(Truth truth) {
    for (FetchResult.Status status : FetchResult.Status.values()) {
      new FetchBlockTask(status).run();
      switch (status) {
        case SUCCESSFUL -> truth.ended("fetch", "FetchBlockTask", Outcome.SUCCESS);
        case CANCELLED -> truth.ended("fetch", "FetchBlockTask", Outcome.CANCELLED);
        case FETCH_FAILED -> truth.ended("fetch", "FetchBlockTask", Outcome.FAILURE);
        case NO_AVAILABLE_PEERS -> truth.rejected("fetch", "no_peer");
      }
    }
  }

  private static void sign(Truth truth) {
    SafeFuture<BLSSignature> local = new SafeFuture<>();
    new LocalSigner(() -> local).signBlock(null);
    local.complete(null);
    truth.ended("signing", Outcome.SUCCESS);
    SafeFuture<BLSSignature> remote = new SafeFuture<>();
    new ExternalSigner(() -> remote).signBlock(null);
    remote.completeExceptionally(new java.util.concurrent.TimeoutException("Web3Signer"));
    truth.ended("signing", Outcome.TIMEOUT);
    new LocalSlashingProtector(() -> SafeFuture.of(true)).maySignBlock(null, null, null);
    truth.ended("slashing_check", Outcome.SUCCESS);
    new LocalSlashingProtector(() -> SafeFuture.of(false))
        .maySignAttestation(null, null, null, null);
    truth.ended("slashing_check", Outcome.FAILURE);
  }

  private static void perform(Truth truth) {
    duty(DutyResult.success(1));
    duty(DutyResult.NOOP);
    truth.ended("duty", "BlockProductionDuty", Outcome.SUCCESS);
    truth.ended("duty", "BlockProductionDuty", Outcome.SUCCESS);
    duty(DutyResult.forError(new IllegalStateException("no block")));
    truth.ended("duty", "BlockProductionDuty", Outcome.FAILURE);
    duty(DutyResult.NODE_SYNCING);
    truth.rejected("duty", "not_ready");
  }

  private static void duty(DutyResult result) {
    new BlockProductionDuty(SafeFuture.of(result)).performDuty();
  }
}
