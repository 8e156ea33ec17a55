package io.peertap.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over two logarithmic axes. */
public final class LogChart implements Chart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final int RIGHT = 170;
  private static final int TOP = 40;
  private static final int BOTTOM = 44;
  private static final String GRID = "#d0d7de";
  private static final List<String> COLORS =
      List.of("#2da44e", "#0969da", "#cf222e", "#9a6700", "#8250df", "#57606a");

  private final String title;
  private final String across;
  private final Map<String, List<Point>> lines = new LinkedHashMap<>();

  /** An empty one; {@code across} names the lower axis. */
  public LogChart(String title, String across) {
    this.title = title;
    this.across = across;
  }

  /** One more point of a line; both values are above zero. */
  public LogChart point(String line, double x, double y) {
    if (x <= 0 || y <= 0) {
      throw new IllegalArgumentException("no logarithm: " + line + " " + x + " " + y);
    }
    lines.computeIfAbsent(line, unused -> new ArrayList<>()).add(new Point(x, y));
    return this;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String svg() {
    Axis x = Axis.of(lines.values(), true, LEFT, WIDTH - RIGHT);
    Axis y = Axis.of(lines.values(), false, HEIGHT - BOTTOM, TOP);
    Svg svg = new Svg(WIDTH, HEIGHT)
        .text(8, 20, "start", title)
        .text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", across);
    for (int decade = x.from; decade <= x.to; decade++) {
      double at = x.place(Math.pow(10, decade));
      svg.line(at, TOP, at, HEIGHT - BOTTOM, GRID, 1)
          .text(at, HEIGHT - BOTTOM + 16, "middle", power(decade));
    }
    for (int decade = y.from; decade <= y.to; decade++) {
      double at = y.place(Math.pow(10, decade));
      svg.line(LEFT, at, WIDTH - RIGHT, at, GRID, 1).text(LEFT - 6, at + 4, "end", power(decade));
    }
    int color = 0;
    for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
      draw(svg, line.getKey(), line.getValue(), x, y, COLORS.get(color++ % COLORS.size()));
    }
    return svg.toString();
  }

  private static void draw(Svg svg, String name, List<Point> points, Axis x, Axis y, String color) {
    Point last = points.get(0);
    for (Point point : points) {
      svg.line(x.place(last.x), y.place(last.y), x.place(point.x), y.place(point.y), color, 2)
          .dot(x.place(point.x), y.place(point.y), color);
      last = point;
    }
    svg.text(x.place(last.x) + 8, y.place(last.y) + 4, "start", name);
  }

  private static String power(int decade) {
    return decade >= 0
        ? String.format(Locale.ROOT, "%,.0f", Math.pow(10, decade))
        : String.format(Locale.ROOT, "%." + -decade + "f", Math.pow(10, decade));
  }

  private record Point(double x, double y) {}

  /** Whole decades between two places. */
  private record Axis(int from, int to, double start, double end) {

    static Axis of(Iterable<List<Point>> lines, boolean across, double start, double end) {
      double least = Double.MAX_VALUE;
      double most = Double.MIN_VALUE;
      for (List<Point> line : lines) {
        for (Point point : line) {
          least = Math.min(least, across ? point.x : point.y);
          most = Math.max(most, across ? point.x : point.y);
        }
      }
      int from = (int) Math.floor(Math.log10(least));
      return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))), start, end);
    }

    double place(double value) {
      return start + (Math.log10(value) - from) / (to - from) * (end - start);
    }
  }
}
