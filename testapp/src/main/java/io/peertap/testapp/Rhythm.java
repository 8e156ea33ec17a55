package io.peertap.testapp;

import java.time.Duration;

/** How long the coming and going node stays, and how long it is away. */
record Rhythm(Duration stay, Duration away) {

  private static final Rhythm LEISURELY = new Rhythm(Duration.ofSeconds(14), Duration.ofSeconds(6));

  /** One stay and the time away after it. */
  Duration round() {
    return stay.plus(away);
  }

  /** Fits one leave and one return even into a short run; 0 seconds means an endless one. */
  static Rhythm of(int seconds) {
    Rhythm brisk = new Rhythm(Duration.ofMillis(400L * seconds), Duration.ofMillis(200L * seconds));
    return seconds == 0 || brisk.stay.compareTo(LEISURELY.stay) > 0 ? LEISURELY : brisk;
  }
}
