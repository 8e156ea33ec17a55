package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.api.Outcome;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.besu.consensus.qbft.core.statemachine.QbftRound;
import org.hyperledger.besu.cryptoservices.NodeKey;
import org.hyperledger.besu.ethereum.eth.manager.EthPeer;
import org.hyperledger.besu.ethereum.eth.manager.PeerReputation;
import org.hyperledger.besu.ethereum.eth.manager.peertask.PeerTaskExecutor;
import org.hyperledger.besu.ethereum.eth.manager.peertask.PeerTaskExecutorResponseCode;
import org.hyperledger.besu.ethereum.eth.manager.peertask.task.GetBodiesFromPeerTask;
import org.hyperledger.besu.ethereum.eth.sync.PipelineChainDownloader;
import org.hyperledger.besu.ethereum.eth.sync.snapsync.SnapWorldStateDownloader;
import org.hyperledger.besu.ethereum.mainnet.BlockImportResult;
import org.hyperledger.besu.ethereum.mainnet.BlockImportResult.BlockImportStatus;
import org.hyperledger.besu.ethereum.mainnet.HeaderValidationMode;
import org.hyperledger.besu.ethereum.mainnet.MainnetBlockImporter;
import org.hyperledger.besu.ethereum.mainnet.MainnetTransactionProcessor;
import org.hyperledger.besu.ethereum.processing.TransactionProcessingResult;
import org.hyperledger.besu.ethereum.processing.TransactionProcessingResult.Status;

/** Classes of Besu's shape. */
@SuppressWarnings("FutureReturnValueIgnored") // The agent follows them.
final class Besu implements Driver {

  @Override
  public void drive(Truth truth) {
    sync(truth);
    execute(truth, Status.SUCCESSFUL, 21_000);
    execute(truth, Status.FAILED, 50_000);
    execute(truth, Status.INVALID, 0);
    ask(truth);
    sign(truth);
    judge(truth);
    new QbftRound(2).handleCommitMessage("too few");
    QbftRound round = new QbftRound(1);
    round.handleCommitMessage("enough");
    round.handleCommitMessage("late");
    truth.happened("block_committed");
  }

  private static void sync(Truth truth) {
    for (BlockImportStatus status : BlockImportStatus.values()) {
      new MainnetBlockImporter(block -> new BlockImportResult(status))
          .importBlock(null, null, HeaderValidationMode.FULL, HeaderValidationMode.NONE);
      boolean failed = status == BlockImportStatus.NOT_IMPORTED;
      truth.synchronised("block", failed ? Outcome.FAILURE : Outcome.SUCCESS);
    }
    CompletableFuture<Void> chain = new CompletableFuture<>();
    new PipelineChainDownloader(chain).start();
    chain.complete(null);
    truth.synchronised("chain", Outcome.SUCCESS);
    CompletableFuture<Void> stalled = new CompletableFuture<>();
    new PipelineChainDownloader(stalled).start();
    stalled.completeExceptionally(new IllegalStateException("no sync target"));
    truth.synchronised("chain", Outcome.FAILURE);
    CompletableFuture<Void> state = new CompletableFuture<>();
    new SnapWorldStateDownloader(state).run(null, null);
    state.cancel(true);
    truth.synchronised("world_state", Outcome.CANCELLED);
  }

  private static void execute(Truth truth, Status status, int gas) {
    new MainnetTransactionProcessor(transaction -> new TransactionProcessingResult(status, gas))
        .processTransaction(null, null, null, null, null, null, null, null);
    if (status == Status.INVALID) {
      truth.rejected("execution", "invalid");
      return;
    }
    truth.ended("execution", status == Status.FAILED ? Outcome.FAILURE : Outcome.SUCCESS);
    truth.value("execution", "count", gas);
  }

  private static void ask(Truth truth) {
    for (PeerTaskExecutorResponseCode code : PeerTaskExecutorResponseCode.values()) {
      new PeerTaskExecutor(() -> code).execute(new GetBodiesFromPeerTask());
      switch (code) {
        case SUCCESS -> asked(truth, Outcome.SUCCESS);
        case TIMEOUT -> asked(truth, Outcome.TIMEOUT);
        case NO_PEER_AVAILABLE -> truth.rejected("peer_request", "no_peer");
        default -> asked(truth, Outcome.FAILURE);
      }
    }
  }

  private static void asked(Truth truth, Outcome outcome) {
    truth.ended("peer_request", "GetBodiesFromPeerTask", outcome);
  }

  private static void sign(Truth truth) {
    new NodeKey(hash -> null).sign(null);
    truth.ended("signing", Outcome.SUCCESS);
    NodeKey broken = new NodeKey(hash -> {
      throw new IllegalStateException("module");
    });
    assertThatThrownBy(() -> broken.sign(null)).isInstanceOf(IllegalStateException.class);
    truth.ended("signing", Outcome.FAILURE);
  }

  private static void judge(Truth truth) {
    PeerReputation reputation = new PeerReputation();
    reputation.recordRequestTimeout("eth", 3, new EthPeer());
    truth.happened("peer_timeout");
    reputation.recordUselessResponse(0, new EthPeer());
    reputation.recordUselessResponse(0, new EthPeer());
    truth.happened("peer_useless");
    truth.happened("peer_useless");
    reputation.recordUsefulResponse();
    truth.happened("peer_useful");
  }
}
