package io.peertap.record;

import io.peertap.api.Call;
import io.peertap.api.Measure;
import io.peertap.api.Operation;
import io.peertap.metric.Counter;
import io.peertap.metric.Histogram;
import io.peertap.metric.OperationFamilies;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One operation of the application's own. */
final class OperationRecord implements Operation, Running.Subject {

  private final OperationRecords records;
  private final Callers callers;
  private final Clock clock;
  private final String name;
  private final boolean rejectable;
  private final int index;
  private final Limiter kinds;
  private final SharedTallies shared = new SharedTallies();
  private final ConcurrentMap<Measure, Histogram> values = new ConcurrentHashMap<>();
  private volatile Counter participants;

  OperationRecord(
      OperationRecords records, String name, boolean rejectable, int index, Limiter kinds) {
    this.records = records;
    this.callers = records.callers();
    this.clock = records.clock();
    this.name = name;
    this.rejectable = rejectable;
    this.index = index;
    this.kinds = kinds;
  }

  @Override
  public Call begin(String kind) {
    Caller caller = callers.current();
    return caller == null ? null : caller.frame(this).begin(kind);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void lost(String kind) {
    shared.of(kind).gone();
  }

  int index() {
    return index;
  }

  Clock clock() {
    return clock;
  }

  long now() {
    return clock.nanos();
  }

  Running running() {
    return records.running();
  }

  SharedTallies shared() {
    return shared;
  }

  String limitKind(String kind) {
    return kinds.limit(kind);
  }

  Totals totals() {
    return new Totals(name, rejectable);
  }

  @Override
  public void rejected(String reason) {
    records.rejected(name, reason);
  }

  void participants(long amount) {
    Counter known = participants;
    if (known == null) {
      known = records.metrics().counter(OperationFamilies.PARTICIPANTS, name);
      participants = known;
    }
    known.add(amount);
  }

  void value(Measure measure, double value) {
    Histogram known = values.get(measure);
    if (known == null) {
      known = records.metrics().histogram(OperationFamilies.VALUE, name, measure.label());
      values.put(measure, known);
    }
    known.observe(value);
  }
}
