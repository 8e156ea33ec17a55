package io.peertap.benchmarks.records;

import io.peertap.benchmarks.Rounds;
import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.hook.Fork;
import io.peertap.benchmarks.report.Figures;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    Samples samples = new Samples();
    Fork fork = new Fork(setup.form());
    Rounds rounds = setup.rounds(this);
    while (rounds.next()) {
      for (String call : CALLS.keySet()) {
        for (int threads = 1; threads <= THREADS; threads++) {
          Fork.Result result = fork.run(RecordCalls.class.getName() + '.' + call, threads);
          samples.add(key(call, threads, "ns"), result.nanos());
          samples.add(key(call, threads, "B"), result.bytes());
        }
      }
    }
    return samples;
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
        row.add(Figures.of(samples, key(call, threads, "ns")).text(1));
        row.add(String.format(Locale.ROOT, "%,.0f", samples.median(key(call, threads, "B"))));
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

  private static String key(String call, int threads, String unit) {
    return call + '/' + threads + '/' + unit;
  }
}
