package io.peertap.alert;

import io.peertap.metric.Family;
import io.peertap.metric.Type;

/** What Prometheus itself says of what it scrapes. */
final class Scraped {

  /** Whether the last scrape went well. */
  static final Family UP =
      Family.named("up", Type.GAUGE, "", "Whether the last scrape went well.", Texts.NODE);

  private Scraped() {}
}
