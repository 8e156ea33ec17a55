package io.peertap.kit;

import java.util.List;
import java.util.Map;

/** How Grafana draws a panel: its type there, its width of 24 columns, and its settings. */
enum Look {
  /** Lines over time. */
  LINES("timeseries", 12),
  /** Areas on top of each other over time. */
  STACKED("timeseries", 12),
  /** Bars on top of each other over time. */
  STACKED_BARS("timeseries", 12),
  /** One number between 0 and 1 for each series. */
  GAUGE("gauge", 6),
  /** One number for each series, with its way there. */
  STAT("stat", 6),
  /** A histogram's buckets over time. */
  BUCKETS("heatmap", 12),
  /** Series over time, their values as colours. */
  HEATMAP("heatmap", 12),
  /** Shares of a whole. */
  PIE("piechart", 6),
  /** Labels and their values now. */
  TABLE("table", 12),
  /** One bar for each series, now. */
  RANKING("bargauge", 12),
  /** Which states were when. */
  STATES("state-timeline", 12),
  /** Who is connected with whom. */
  GRAPH("nodeGraph", 12);

  private static final Map<String, Object> LAST =
      Json.object("calcs", List.of("lastNotNull"), "fields", "", "values", false);
  private static final Map<String, Object> LEGEND =
      Json.object("displayMode", "list", "placement", "bottom", "showLegend", true);

  private final String type;
  private final int width;

  Look(String type, int width) {
    this.type = type;
    this.width = width;
  }

  /** The panel's type in Grafana. */
  String type() {
    return type;
  }

  /** Columns of 24. */
  int width() {
    return width;
  }

  /** Whether one moment is shown, and not a range of time. */
  boolean instant() {
    return this == PIE || this == TABLE || this == RANKING || this == GRAPH;
  }

  /** How Grafana reads what Prometheus answers. */
  String format() {
    return switch (this) {
      case BUCKETS -> "heatmap";
      case TABLE, GRAPH -> "table";
      default -> "time_series";
    };
  }

  /** What a first query is called; a graph knows its edges by this name. */
  String firstReference() {
    return this == GRAPH ? "edges" : "A";
  }

  /** The settings of every series. */
  Map<String, Object> field(Unit unit) {
    Map<String, Object> defaults = Json.object("unit", unit.id(), "custom", custom());
    if (unit == Unit.RATIO) {
      defaults.put("min", 0);
      defaults.put("max", 1);
    }
    if (this == GAUGE) {
      defaults.put("color", Map.of("mode", "thresholds"));
      defaults.put("thresholds", lowIsBad());
    }
    return defaults;
  }

  private Map<String, Object> custom() {
    return switch (this) {
      case LINES -> drawn("line", 10, "none");
      case STACKED -> drawn("line", 60, "normal");
      case STACKED_BARS -> drawn("bars", 80, "normal");
      case STATES -> Json.object("fillOpacity", 80, "lineWidth", 0);
      default -> Map.of();
    };
  }

  private static Map<String, Object> drawn(String style, int fill, String stacking) {
    return Json.object(
        "drawStyle",
        style,
        "fillOpacity",
        fill,
        "lineWidth",
        1,
        "showPoints",
        "auto",
        "spanNulls",
        false,
        "stacking",
        Json.object("mode", stacking, "group", "A"));
  }

  private static Map<String, Object> lowIsBad() {
    return Json.object(
        "mode",
        "absolute",
        "steps",
        List.of(
            Json.object("color", "red", "value", null),
            Json.object("color", "orange", "value", 0.5),
            Json.object("color", "green", "value", 0.9)));
  }

  /** The settings of the whole panel. */
  Map<String, Object> options(Unit unit) {
    return switch (this) {
      case LINES, STACKED, STACKED_BARS ->
        Json.object("legend", LEGEND, "tooltip", Json.object("mode", "multi", "sort", "desc"));
      case GAUGE -> Json.object("reduceOptions", LAST, "showThresholdMarkers", true);
      case STAT ->
        Json.object(
            "reduceOptions", LAST, "colorMode", "value", "graphMode", "area", "textMode", "auto");
      case BUCKETS, HEATMAP ->
        Json.object(
            "calculate", false,
            "cellGap", 1,
            "color", Json.object("mode", "scheme", "scheme", "Oranges", "steps", 64),
            "yAxis", Json.object("unit", this == BUCKETS ? Unit.SECONDS.id() : Unit.COUNT.id()),
            "cellValues", Json.object("unit", this == BUCKETS ? Unit.COUNT.id() : unit.id()),
            "tooltip", Json.object("mode", "single", "yHistogram", false));
      case PIE ->
        Json.object(
            "reduceOptions",
            LAST,
            "pieType",
            "donut",
            "legend",
            Json.object(
                "displayMode",
                "table",
                "placement",
                "right",
                "showLegend",
                true,
                "values",
                List.of("percent")));
      case TABLE ->
        Json.object("sortBy", List.of(Json.object("displayName", "Value", "desc", true)));
      case RANKING ->
        Json.object("reduceOptions", LAST, "orientation", "horizontal", "displayMode", "gradient");
      case STATES -> Json.object("mergeValues", true, "showValue", "never", "legend", LEGEND);
      case GRAPH -> Map.of();
    };
  }

  /** What Grafana does with the answer before it draws. */
  List<Object> transformations() {
    Map<String, Object> organize = switch (this) {
      case TABLE -> Json.object("excludeByName", Map.of("Time", true));
      case GRAPH ->
        Json.object(
            "excludeByName", Map.of("Time", true), "renameByName", Map.of("Value", "mainstat"));
      default -> null;
    };
    return organize == null
        ? List.of()
        : List.of(Json.object("id", "organize", "options", organize));
  }
}
