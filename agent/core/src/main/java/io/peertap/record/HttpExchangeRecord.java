package io.peertap.record;

import io.peertap.api.Exchange;

/** One request; counted when its answer is over, its own size when it has been read. */
final class HttpExchangeRecord implements Exchange {

  private final HttpSeries series;
  private final Clock clock;
  private final long start;
  private long received;
  private long sent;
  private int code;
  private boolean read;
  private boolean over;

  HttpExchangeRecord(HttpSeries series, Clock clock) {
    this.series = series;
    this.clock = clock;
    this.start = clock.nanos();
    series.begun();
  }

  @Override
  public void received(long bytes) {
    received += bytes;
  }

  @Override
  public void receivedAll() {
    if (!read) {
      read = true;
      series.received(received);
    }
  }

  @Override
  public void answered(int status) {
    code = status;
  }

  @Override
  public void sent(long bytes) {
    sent += bytes;
  }

  @Override
  public void sentAll() {
    if (!over) {
      over = true;
      series.over(code, sent, clock.nanos() - start);
    }
  }

  @Override
  public void aborted() {
    receivedAll();
    sentAll();
  }
}
