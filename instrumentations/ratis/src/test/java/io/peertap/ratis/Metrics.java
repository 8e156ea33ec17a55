package io.peertap.ratis;

import java.lang.reflect.Method;
import org.apache.ratis.metrics.MetricRegistries;
import org.apache.ratis.metrics.MetricRegistryInfo;
import org.apache.ratis.metrics.RatisMetricRegistry;

/** What Ratis itself counts; its counters have another type in each of its releases. */
final class Metrics {

  private Metrics() {}

  /** The sum of a counter of all members whose name ends so. */
  static long sum(String component, String member, String counter) {
    long sum = 0;
    for (RatisMetricRegistry registry : MetricRegistries.global().getMetricRegistries()) {
      MetricRegistryInfo info = registry.getMetricRegistryInfo();
      if (info.getMetricsComponentName().equals(component) && info.getPrefix().endsWith(member)) {
        sum += count(registry, counter);
      }
    }
    return sum;
  }

  private static long count(RatisMetricRegistry registry, String name) {
    try {
      Method counter = RatisMetricRegistry.class.getMethod("counter", String.class);
      Method count = counter.getReturnType().getMethod("getCount");
      return ((Number) count.invoke(counter.invoke(registry, name))).longValue();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
