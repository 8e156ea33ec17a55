package io.peertap.dialect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Another system's metrics, each a view on ours. */
record Dialect(String name, List<Row> rows) {

  Dialect {
    rows = List.copyOf(rows);
  }

  /** A name that both would put into one scrape, or null. */
  String shared(Dialect other) {
    Set<String> claims = claims();
    for (Row row : other.rows) {
      for (String claim : row.claims()) {
        if (claims.contains(claim)) {
          return claim;
        }
      }
    }
    return null;
  }

  /** All names that it takes in any format. */
  Set<String> claims() {
    Set<String> claims = new HashSet<>();
    for (Row row : rows) {
      claims.addAll(row.claims());
    }
    return claims;
  }
}
