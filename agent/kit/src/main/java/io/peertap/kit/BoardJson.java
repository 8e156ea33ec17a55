package io.peertap.kit;

import io.peertap.metric.AgentFamilies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A board as Grafana imports and provisions it. The data source is a variable: an import's inputs
 * are not filled in by provisioning, and a provisioned name is not asked for by an import.
 */
final class BoardJson {

  private static final String TAG = "peertap";
  private static final int COLUMNS = 24;
  private static final int HEIGHT = 8;

  /** Of Grafana 11; later ones bring it up to date when they load it. */
  private static final int SCHEMA = 39;

  private static final Map<String, Object> SOURCE =
      Json.object("type", "prometheus", "uid", "${datasource}");

  private final List<Object> panels = new ArrayList<>();
  private int x;
  private int y;

  private BoardJson() {}

  /** The whole dashboard. */
  static String of(Board board) {
    BoardJson json = new BoardJson();
    board.rows().forEach(json::add);
    return Json.text(Json.object(
        "uid",
        board.uid(),
        "title",
        "Peertap / " + board.title(),
        "description",
        board.summary(),
        "tags",
        List.of(TAG),
        "editable",
        true,
        "graphTooltip",
        1,
        "schemaVersion",
        SCHEMA,
        "version",
        1,
        "refresh",
        "30s",
        "time",
        Json.object("from", "now-1h", "to", "now"),
        "links",
        List.of(otherBoards()),
        "templating",
        Json.object("list", variables()),
        "annotations",
        Json.object("list", List.of()),
        "panels",
        json.panels));
  }

  private static Map<String, Object> otherBoards() {
    return Json.object(
        "type", "dashboards",
        "title", "Peertap",
        "tags", List.of(TAG),
        "asDropdown", false,
        "includeVars", true,
        "keepTime", true,
        "targetBlank", false);
  }

  private static List<Object> variables() {
    String info = AgentFamilies.INFO.name();
    return List.of(
        Json.object(
            "name", "datasource",
            "label", "Data source",
            "type", "datasource",
            "query", "prometheus",
            "refresh", 1,
            "hide", 0),
        choice("job", "Job", "label_values(" + info + ", job)"),
        choice("instance", "Instance", "label_values(" + info + "{job=~\"$job\"}, instance)"));
  }

  private static Map<String, Object> choice(String name, String label, String query) {
    return Json.object(
        "name",
        name,
        "label",
        label,
        "type",
        "query",
        "datasource",
        SOURCE,
        "query",
        Json.object("query", query, "refId", name),
        "definition",
        query,
        "refresh",
        2,
        "sort",
        1,
        "multi",
        true,
        "includeAll",
        true,
        "allValue",
        ".*",
        "current",
        Json.object("selected", true, "text", "All", "value", "$__all"),
        "hide",
        0);
  }

  private void add(Board.Row row) {
    y += x == 0 ? 0 : HEIGHT;
    x = 0;
    panels.add(Json.object(
        "id", id(),
        "type", "row",
        "title", row.title(),
        "collapsed", false,
        "gridPos", Json.object("x", 0, "y", y++, "w", COLUMNS, "h", 1),
        "panels", List.of()));
    row.panels().forEach(this::add);
  }

  private void add(Panel panel) {
    Look look = panel.look();
    if (x + look.width() > COLUMNS) {
      x = 0;
      y += HEIGHT;
    }
    panels.add(Json.object(
        "id", id(),
        "type", look.type(),
        "title", panel.title(),
        "description", panel.description(),
        "datasource", SOURCE,
        "gridPos", Json.object("x", x, "y", y, "w", look.width(), "h", HEIGHT),
        "fieldConfig", Json.object("defaults", look.field(panel.unit()), "overrides", List.of()),
        "options", look.options(panel.unit()),
        "transformations", look.transformations(),
        "targets", targets(panel)));
    x += look.width();
  }

  private static List<Object> targets(Panel panel) {
    Look look = panel.look();
    List<Object> targets = new ArrayList<>();
    for (Target target : panel.targets()) {
      String letter = String.valueOf((char) ('A' + targets.size()));
      targets.add(Json.object(
          "refId",
          targets.isEmpty() ? look.firstReference() : letter,
          "datasource",
          SOURCE,
          "expr",
          target.query().text(),
          "legendFormat",
          target.legend().isEmpty() ? "__auto" : target.legend(),
          "format",
          look.format(),
          "instant",
          look.instant(),
          "range",
          !look.instant()));
    }
    return targets;
  }

  private int id() {
    return panels.size() + 1;
  }
}
