package io.peertap.process;

import io.peertap.metric.FamilySnapshot;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmCompilationMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the JVM tells of itself, by the Prometheus library's own instrumentation and under its names.
 * Nothing of it is loaded before the first collection.
 *
 * <p>Two of its parts are left out. Allocation by pool leaves a listener in the JVM that nobody can
 * take off again; native memory creates the JVM's bean server, which is the application's to create.
 */
public final class JvmFamilies implements Supplier<List<FamilySnapshot>> {

  private final Consumer<String> notices;
  private PrometheusRegistry registry;
  private boolean failed;

  /**
   * Families of this JVM.
   *
   * @param notices hears why there are none, one line
   */
  public JvmFamilies(Consumer<String> notices) {
    this.notices = notices;
  }

  @Override
  public synchronized List<FamilySnapshot> get() {
    if (failed) {
      return List.of();
    }
    try {
      if (registry == null) {
        registry = register();
      }
      return collect();
    } catch (RuntimeException | LinkageError e) { // A runtime without java.management, for one.
      failed = true;
      notices.accept("no metrics of the JVM: " + e + "; jvm.metrics=off says so in silence");
      return List.of();
    }
  }

  private List<FamilySnapshot> collect() {
    List<FamilySnapshot> families = new ArrayList<>();
    for (MetricSnapshot snapshot : registry.scrape()) {
      families.add(ClientFamily.of(snapshot));
    }
    return families;
  }

  /** With settings of its own: the library's are properties and variables of the host. */
  private static PrometheusRegistry register() {
    PrometheusProperties settings = PrometheusProperties.builder().build();
    PrometheusRegistry registry = new PrometheusRegistry();
    JvmThreadsMetrics.builder(settings).register(registry);
    JvmBufferPoolMetrics.builder(settings).register(registry);
    JvmClassLoadingMetrics.builder(settings).register(registry);
    JvmCompilationMetrics.builder(settings).register(registry);
    JvmGarbageCollectorMetrics.builder(settings).register(registry);
    JvmMemoryMetrics.builder(settings).register(registry);
    JvmRuntimeInfoMetric.builder(settings).register(registry);
    io.prometheus.metrics.instrumentation.jvm.ProcessMetrics.builder(settings).register(registry);
    return registry;
  }
}
