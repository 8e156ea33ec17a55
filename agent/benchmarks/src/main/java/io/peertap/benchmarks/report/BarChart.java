package io.peertap.benchmarks.report;

import io.peertap.benchmarks.Statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bar for each configuration, with the interval in which its value lies. */
public final class BarChart implements Chart {

  private static final int WIDTH = 640;
  private static final int LEFT = 150;
  private static final int RIGHT = 90;
  private static final int TOP = 34;
  private static final int ROW = 26;
  private static final String OURS = "#2da44e";
  private static final String OTHERS = "#8c959f";
  private static final String INTERVAL = "#cf222e";

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  /** An empty one. */
  public BarChart(String title) {
    this.title = title;
  }

  /** One more bar; ours has another colour. */
  public BarChart bar(String name, double value, Interval interval, boolean ours) {
    bars.add(new Bar(name, value, interval, ours));
    return this;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String svg() {
    double most = bars.stream()
        .mapToDouble(bar -> Math.max(bar.value, bar.interval.high()))
        .max()
        .orElseThrow();
    double scale = (WIDTH - LEFT - RIGHT) / most;
    Svg svg = new Svg(WIDTH, TOP + ROW * bars.size() + ROW / 2).text(8, 20, "start", title);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), TOP + ROW * i, scale);
    }
    return svg.toString();
  }

  private static void draw(Svg svg, Bar bar, int y, double scale) {
    double middle = y + ROW / 2.0;
    double low = LEFT + Math.max(0, bar.interval.low()) * scale;
    double high = LEFT + Math.max(0, bar.interval.high()) * scale;
    svg.text(LEFT - 8, middle + 4, "end", bar.name)
        .bar(LEFT, y + 4, Math.max(0, bar.value) * scale, ROW - 8, bar.ours ? OURS : OTHERS)
        .line(low, middle, high, middle, INTERVAL, 2)
        .text(high + 8, middle + 4, "start", String.format(Locale.ROOT, "%.3g", bar.value));
  }

  private record Bar(String name, double value, Interval interval, boolean ours) {}
}
