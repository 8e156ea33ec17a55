package io.peertap.testapp.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pictures of dashboards, drawn from what Prometheus answered, by a browser without a window. */
final class BoardPictures {

  private static final Tool BROWSER = new Tool("chromium");
  private static final Path FOLDER = Path.of("target", "boards");
  private static final int WIDTH = 1600;
  private static final int ROW_HEIGHT = 32;

  /** What the page says of itself when it has drawn everything. */
  private static final Pattern PROBLEMS = Pattern.compile("data-problems=\"([^\"]*)\"");

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private BoardPictures() {}

  static boolean possible() {
    return BROWSER.present();
  }

  /**
   * Draws a board into {@code target/boards}.
   *
   * @param board as the kit writes it, with {@code answer}, the series, in every target
   * @return what could not be drawn: panel and reason
   */
  static List<String> draw(JsonObject board, Instant begin, Instant end) throws Exception {
    String name = board.get("uid").getAsString();
    Path folder = Files.createDirectories(FOLDER).toAbsolutePath();
    JsonObject page = new JsonObject();
    page.addProperty("begin", begin.getEpochSecond());
    page.addProperty("end", end.getEpochSecond());
    page.add("board", board);
    // It writes < as an escape, so that no text ends the script.
    Path html = Files.writeString(
        folder.resolve(name + ".html"), template().replace("/*PAGE*/", GSON.toJson(page)));
    Tool.Verdict verdict = BROWSER.judge(
        folder,
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--user-data-dir=" + folder.resolve("profile"),
            "--window-size=" + WIDTH + ',' + height(board),
            "--screenshot=" + folder.resolve(name + ".png"),
            "--dump-dom",
            html.toUri().toString()));
    Matcher problems = PROBLEMS.matcher(verdict.text());
    if (!problems.find()) {
      throw new IOException(html + " was not drawn to its end: " + verdict.text());
    }
    List<String> all = new ArrayList<>();
    JsonParser.parseString(problems.group(1).replace("&quot;", "\"").replace("&amp;", "&"))
        .getAsJsonArray()
        .forEach(problem -> all.add(name + ": " + problem.getAsString()));
    return all;
  }

  private static int height(JsonObject board) {
    int rows = 0;
    for (var panel : board.getAsJsonArray("panels")) {
      JsonObject place = panel.getAsJsonObject().getAsJsonObject("gridPos");
      rows = Math.max(rows, place.get("y").getAsInt() + place.get("h").getAsInt());
    }
    return rows * ROW_HEIGHT;
  }

  private static String template() throws IOException {
    try (InputStream in = BoardPictures.class.getResourceAsStream("board.html")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
