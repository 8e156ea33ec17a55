package io.peertap.record;

import io.peertap.api.Exchange;

/**
 * One request; counted when its answer is over, its own size when it has been read as well. Until
 * then it is active where what it asks for is known.
 */
final class HttpExchangeRecord implements Exchange {

  private final HttpRecords records;
  private final String method;
  private final String route;
  private final HttpSeries waiting;
  private final Clock clock;
  private final long start;
  private HttpSeries answered; // Null: its answer is not over.
  private Boolean served; // Null: nobody but the status tells.
  private long received;
  private long sent;
  private int code;
  private boolean read;

  /**
   * Begins.
   *
   * @param route what becomes a route if it is served; null if it cannot
   */
  HttpExchangeRecord(HttpRecords records, String method, String route, Clock clock) {
    this.records = records;
    this.method = method;
    this.route = route;
    this.waiting = records.waiting(method, route);
    this.clock = clock;
    this.start = clock.nanos();
    waiting.begun();
  }

  @Override
  public void received(long bytes) {
    received += bytes;
  }

  @Override
  public void receivedAll() {
    if (!read) {
      read = true;
      if (answered != null) {
        answered.received(received);
      }
    }
  }

  @Override
  public void answered(int status) {
    code = status;
  }

  @Override
  public void served(boolean isRoute) {
    served = isRoute;
  }

  @Override
  public void sent(long bytes) {
    sent += bytes;
  }

  @Override
  public void sentAll() {
    if (answered == null) {
      boolean isServed = served == null ? HttpRecords.isServed(code) : served;
      answered = records.answered(method, route, isServed);
      if (read) {
        answered.received(received);
      }
      answered.over(code, sent, clock.nanos() - start);
      waiting.ended();
    }
  }

  @Override
  public void aborted() {
    receivedAll();
    sentAll();
  }
}
