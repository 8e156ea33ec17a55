package io.peertap.runtime;

import io.peertap.api.Telemetry;
import io.peertap.config.Config;
import io.peertap.config.PeerSettings;
import io.peertap.config.ProcessSettings;
import io.peertap.metric.AgentFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import io.peertap.metric.ProcessFamilies;
import io.peertap.metric.Source;
import io.peertap.process.JvmFamilies;
import io.peertap.process.ProcessMetrics;
import io.peertap.process.StorageUse;
import io.peertap.record.Clock;
import io.peertap.record.HealthLimits;
import io.peertap.record.PeerNames;
import io.peertap.record.RecordSettings;
import io.peertap.record.Records;
import io.peertap.weaver.HookState;
import io.peertap.weaver.HookTable;

/** The tables and the metrics of one agent; built when the first target appears. */
final class Recorder {

  private final Metrics metrics;
  private final Records records;
  private final StorageWatch storage; // Null: no directories.

  Recorder(Config config, HookTable hooks, AgentLog log, String version) {
    this.metrics = new Metrics(mirrors(config.peers()));
    this.records = new Records(metrics, settings(config), Clock.SYSTEM);
    this.storage = storage(config.process(), log);
    metrics.prepare(() -> publish(config.process(), hooks, log, version));
    Telemetry.install(records);
  }

  private void publish(ProcessSettings settings, HookTable hooks, AgentLog log, String version) {
    metrics.gauge(
        AgentFamilies.INFO, sink -> sink.add(1, version, Runtime.version().toString()));
    metrics.gauge(AgentFamilies.HOOKS, sink -> hooks(hooks, sink));
    metrics.gauge(AgentFamilies.ERRORS, sink -> sink.add((double) hooks.errors(), "advice"));
    ProcessMetrics.register(metrics, log::warn);
    if (settings.jvm()) {
      metrics.others(new JvmFamilies(log::warn));
    }
  }

  private StorageWatch storage(ProcessSettings settings, AgentLog log) {
    if (settings.storagePaths().isEmpty()) {
      return null;
    }
    StorageUse use = new StorageUse(settings.storagePaths(), log::warn);
    metrics.gauge(ProcessFamilies.STORAGE_USED, use);
    return new StorageWatch(use, settings.storageInterval().toNanos(), log);
  }

  /** Begins what needs a thread of its own. */
  void watch() {
    if (storage != null) {
      storage.start();
    }
  }

  Metrics metrics() {
    return metrics;
  }

  Records records() {
    return records;
  }

  void close() {
    if (storage != null) {
      storage.stop();
    }
    Telemetry.install(Telemetry.DISABLED);
    records.release();
  }

  private static void hooks(HookTable hooks, Source.Sink sink) {
    for (HookState hook : hooks.list()) {
      sink.add(1, hook.module(), hook.state().label());
    }
  }

  private static Mirrors mirrors(PeerSettings peers) {
    if (peers.max() == 0 || mode(peers) == PeerNames.Mode.OFF) {
      return Mirrors.NONE;
    }
    return peers.allFamilies() ? Mirrors.ALL : Mirrors.BASIC;
  }

  private static PeerNames.Mode mode(PeerSettings peers) {
    return PeerNames.Mode.valueOf(peers.label().name());
  }

  private static RecordSettings settings(Config config) {
    PeerSettings peers = config.peers();
    String salt = peers.salt() == null ? "" : peers.salt();
    return new RecordSettings(
        peers.max(),
        new PeerNames(mode(peers), salt),
        peers.grace(),
        config.times().idleAfter(),
        config.times().rttInterval(),
        config.labelsMax(),
        config.local(),
        new HealthLimits(peers.healthy(), peers.degraded()));
  }
}
