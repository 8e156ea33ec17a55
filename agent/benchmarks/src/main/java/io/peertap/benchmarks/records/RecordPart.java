package io.peertap.benchmarks.records;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.jmh.Trial;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nanoseconds and bytes of what hooks call, without hooks. */
public final class RecordPart implements Part {

  private static final Map<String, String> CALLS = calls();
  private static final int THREADS = 2;

  @Override
  public String name() {
    return "record";
  }

  @Override
  public double minutes() {
    return 1;
  }

  @Override
  public Samples measure(Setup setup) throws IOException {
    List<Trial> trials = new ArrayList<>();
    for (String call : CALLS.keySet()) {
      for (int threads = 1; threads <= THREADS; threads++) {
        trials.add(trial(call, threads));
      }
    }
    return Trial.measure(this, setup, trials);
  }

  @Override
  public void report(Samples samples, Report report) {
    report.section(
        "Record layer",
        "JMH, average time of what hooks call once they have found the connection, without a"
            + " library: each thread has a connection of its own, all share the tables. A run fails"
            + " unless what was counted equals what was called.");
    List<String> header = new ArrayList<>(List.of("call"));
    for (int threads = 1; threads <= THREADS; threads++) {
      String suffix = threads == 1 ? ", 1 thread" : ", " + threads + " threads";
      header.addAll(List.of("ns" + suffix, "B" + suffix));
    }
    Table table = new Table(header.toArray(String[]::new));
    CALLS.forEach((call, title) -> {
      List<String> row = new ArrayList<>(List.of(title));
      for (int threads = 1; threads <= THREADS; threads++) {
        Trial trial = trial(call, threads);
        row.add(trial.nanosText(samples, Competitor.NONE));
        row.add(trial.bytesText(samples, Competitor.NONE));
      }
      table.row(row.toArray(String[]::new));
    });
    report.add(table);
  }

  private static Map<String, String> calls() {
    Map<String, String> calls = new LinkedHashMap<>();
    calls.put("received", "a message in");
    calls.put("sent", "a message queued and sent");
    calls.put("connection", "a connection accepted and closed");
    calls.put("stream", "a stream opened and closed");
    return calls;
  }

  private static Trial trial(String call, int threads) {
    return new Trial(RecordCalls.class, call, threads, Trial.Time.WALL, List.of(Competitor.NONE));
  }
}
