package io.peertap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.benchmarks.Statistics.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void medianOfOddAndEvenCountsAndInAnyOrder() {
    assertThat(Statistics.median(new double[] {9, 1, 5})).isEqualTo(5);
    assertThat(Statistics.median(new double[] {8, 2, 4, 100})).isEqualTo(6);
  }

  @Test
  void differencesArePaired() {
    // The difference of the medians would be 0.
    double[] slow = {11, 21, 31, 10};
    double[] fast = {10, 20, 30, 40};

    double[] differences = Statistics.differences(slow, fast);

    assertThat(differences).containsExactly(1, 1, 1, -30);
    assertThat(Statistics.median(differences)).isEqualTo(1);
  }

  @Test
  void whatIsNotPairedHasNoDifference() {
    assertThatThrownBy(() -> Statistics.differences(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void samplesThatAgreeLeaveNoInterval() {
    double[] same = new double[21];
    Arrays.fill(same, 7);

    assertThat(Statistics.medianInterval(same)).isEqualTo(new Interval(7, 7));
  }

  @Test
  void intervalOfTheMedianIsThatOfTheOrderStatistics() {
    // The sign test's interval of 21 samples spans the 6th to the 16th; the bootstrap's is near it.
    double[] samples = IntStream.rangeClosed(1, 21).asDoubleStream().toArray();

    Interval interval = Statistics.medianInterval(samples);

    assertThat(interval.low()).isBetween(6.0, 7.0);
    assertThat(interval.high()).isBetween(15.0, 16.0);
  }

  @Test
  void oneOutlierDoesNotReachTheInterval() {
    double[] samples = new double[21];
    Arrays.fill(samples, 3);
    samples[20] = 1_000_000;

    assertThat(Statistics.medianInterval(samples)).isEqualTo(new Interval(3, 3));
    assertThat(Statistics.range(samples)).isEqualTo(new Interval(3, 1_000_000));
  }
}
