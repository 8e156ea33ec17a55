package com.example.ratis;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ratis.io.MD5Hash;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.util.LifeCycle;
import org.apache.ratis.util.MD5FileUtil;

/** A replicated counter that knows how often it was asked for what. */
public final class CounterStateMachine extends BaseStateMachine {

  private final SimpleStateMachineStorage storage = new SimpleStateMachineStorage();
  private final AtomicInteger applied = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger nothingToWrite = new AtomicInteger();

  private volatile long restored = -1;

  @Override
  public void initialize(RaftServer server, RaftGroupId groupId, RaftStorage raftStorage)
      throws IOException {
    getLifeCycle().startAndTransition(() -> {
      super.initialize(server, groupId, raftStorage);
      storage.init(raftStorage);
      restore();
    });
  }

  @Override
  public void pause() {
    getLifeCycle().transition(LifeCycle.State.PAUSING);
    getLifeCycle().transition(LifeCycle.State.PAUSED);
  }

  @Override
  public void reinitialize() throws IOException {
    restore();
    getLifeCycle().transition(LifeCycle.State.STARTING);
    getLifeCycle().transition(LifeCycle.State.RUNNING);
  }

  private void restore() throws IOException {
    SingleFileSnapshotInfo latest = storage.loadLatestSnapshot();
    if (latest != null) {
      setLastAppliedTermIndex(latest.getTermIndex());
      restored = latest.getIndex();
    }
  }

  @Override
  public StateMachineStorage getStateMachineStorage() {
    return storage;
  }

  @Override
  public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
    LogEntryProto entry = transaction.getLogEntry();
    updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
    if (entry.getStateMachineLogEntry().getLogData().toStringUtf8().equals("refuse")) {
      refused.incrementAndGet();
      return CompletableFuture.failedFuture(new IllegalStateException("refused"));
    }
    return CompletableFuture.completedFuture(
        Message.valueOf(Integer.toString(applied.incrementAndGet())));
  }

  @Override
  public CompletableFuture<Message> query(Message request) {
    return CompletableFuture.completedFuture(Message.valueOf(applied.toString()));
  }

  @Override
  public long takeSnapshot() throws IOException {
    TermIndex last = getLastAppliedTermIndex();
    if (last.getIndex() < 0) {
      nothingToWrite.incrementAndGet();
      return -1;
    }
    File file = storage.getSnapshotFile(last.getTerm(), last.getIndex());
    Files.writeString(file.toPath(), applied.toString(), StandardCharsets.UTF_8);
    MD5Hash digest = MD5FileUtil.computeAndSaveMd5ForFile(file);
    storage.updateLatestSnapshot(
        new SingleFileSnapshotInfo(new FileInfo(file.toPath(), digest), last));
    written.incrementAndGet();
    return last.getIndex();
  }

  /** The last entry within the snapshot it was given, or -1. */
  public long restored() {
    return restored;
  }

  /** Entries applied. */
  public int applied() {
    return applied.get();
  }

  /** Entries that could not be applied. */
  public int refused() {
    return refused.get();
  }

  /** Snapshots written. */
  public int written() {
    return written.get();
  }

  /** Snapshots that had nothing to write. */
  public int nothingToWrite() {
    return nothingToWrite.get();
  }
}
