package io.peertap.kit;

/** What a panel's numbers are, in Grafana's words. */
enum Unit {
  COUNT("short"),
  RATIO("percentunit"),
  SECONDS("s"),
  BYTES("bytes"),
  BYTES_PER_SECOND("Bps"),
  PER_SECOND("cps"),
  PER_MINUTE("cpm");

  private final String id;

  Unit(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
