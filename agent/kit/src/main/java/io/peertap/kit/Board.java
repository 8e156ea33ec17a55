package io.peertap.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * One dashboard.
 *
 * @param id as it stands in file name, uid and address
 * @param summary what it answers, in a sentence
 */
record Board(String id, String title, String summary, List<Row> rows) {

  /** Panels under a heading. */
  record Row(String title, List<Panel> panels) {}

  Board {
    rows = List.copyOf(rows);
  }

  static Board of(String id, String title, String summary) {
    return new Board(id, title, summary, List.of());
  }

  /** The same with a row more. */
  Board row(String heading, Panel... panels) {
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(heading, List.of(panels)));
    return new Board(id, title, summary, more);
  }

  /** What Grafana knows it by, whatever its title becomes. */
  String uid() {
    return "peertap-" + id;
  }

  /** All panels, in order. */
  List<Panel> panels() {
    return rows.stream().flatMap(row -> row.panels().stream()).toList();
  }
}
