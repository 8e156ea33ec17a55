package io.peertap.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.TrafficFamilies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoardsTest {

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

  static List<Board> boards() {
    return Boards.all();
  }

  /** The topology's two queries are one on the board: a graph has one list of edges. */
  @Test
  void everyQueryOfThePanelsTable_isOnABoard() throws IOException {
    List<String> shown = new ArrayList<>();
    for (Panel panel : panels()) {
      panel.targets().forEach(target -> shown.add(target.query().text()));
    }
    List<String> missing = new ArrayList<>();
    int wanted = 0;
    Matcher field = QUOTED.matcher(table());
    while (field.find()) {
      for (String query : field.group(1).replace("\"\"", "\"").split(" ;; ", -1)) {
        if (query.contains("{job=~")) {
          wanted++;
          if (!shown.contains(query)) {
            missing.add(query);
          }
        }
      }
    }

    assertThat(wanted).isEqualTo(39);
    assertThat(missing).hasSize(2);
    assertThat(shown).anyMatch(query -> missing.stream().allMatch(query::contains));
  }

  @Test
  void everyPanelSaysWhatGoodLooksLike_andTheTitleOfNoTwoIsTheSame() {
    assertThat(panels()).allSatisfy(panel -> {
      assertThat(panel.good()).as(panel.title()).hasSizeGreaterThan(10).endsWith(".");
      assertThat(panel.targets()).as(panel.title()).isNotEmpty();
    });
    for (Board board : boards()) {
      assertThat(board.panels().stream().map(Panel::title)).doesNotHaveDuplicates();
    }
  }

  @Test
  void panelsThatNeedAllPeerFamilies_sayIt() {
    assertThat(panel("Circuit Breaker States").description()).contains("peers.families=all");
    assertThat(panel("Top 10 Peers by Traffic").description()).doesNotContain("peers.families");
  }

  @ParameterizedTest
  @MethodSource("boards")
  void json_hasAStableUidVariablesAndPanelsThatDoNotOverlap(Board board) {
    JsonObject json = JsonParser.parseString(BoardJson.of(board)).getAsJsonObject();

    assertThat(json.get("uid").getAsString()).isEqualTo("peertap-" + board.id());
    assertThat(json.has("id")).as("an id of one Grafana").isFalse();
    assertThat(json.has("__inputs")).as("what only an import fills in").isFalse();
    assertThat(names(json.getAsJsonObject("templating").getAsJsonArray("list")))
        .containsExactly("datasource", "job", "instance");
    List<String> ids = new ArrayList<>();
    List<String> squares = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("panels")) {
      JsonObject panel = element.getAsJsonObject();
      ids.add(panel.get("id").getAsString());
      squares.addAll(squares(panel.getAsJsonObject("gridPos")));
      if (!panel.get("type").getAsString().equals("row")) {
        assertThat(panel.getAsJsonObject("datasource").get("uid").getAsString())
            .isEqualTo("${datasource}");
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(squares).doesNotHaveDuplicates();
  }

  @Test
  void whatTheVocabularyLacks_cannotBeDeclared() {
    Series attempts = Series.chosen(ConnectionFamilies.ATTEMPTS);

    assertThatThrownBy(() -> attempts.is("result", "success"))
        .hasMessage("peertap_connection_attempts_total has no label result");
    assertThatThrownBy(() -> attempts.is("outcome", "succeeded"))
        .hasMessageStartingWith(
            "label outcome of peertap_connection_attempts_total is never succeeded");
    assertThatThrownBy(() -> attempts.rate("5m").sum("peer")).hasMessageEndingWith("no label peer");
    assertThatThrownBy(() -> Panel.target("{{peer}}", attempts.rate("5m").sum()))
        .hasMessageEndingWith("no label peer");
    assertThatThrownBy(attempts::sum).hasMessageContaining("no histogram");
    assertThatThrownBy(() -> Series.chosen(ConnectionFamilies.CONNECTIONS).rate("5m"))
        .hasMessageContaining("is a gauge");
    assertThatThrownBy(() -> attempts
            .rate("5m")
            .sum("outcome")
            .over(Series.chosen(TrafficFamilies.SENT).rate("5m").sum()))
        .hasMessageEndingWith("matches nothing");
  }

  private static List<Panel> panels() {
    return boards().stream().flatMap(board -> board.panels().stream()).toList();
  }

  private static Panel panel(String title) {
    return panels().stream()
        .filter(panel -> panel.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(JsonArray list) {
    List<String> names = new ArrayList<>();
    list.forEach(element -> names.add(element.getAsJsonObject().get("name").getAsString()));
    return names;
  }

  private static List<String> squares(JsonObject position) {
    List<String> squares = new ArrayList<>();
    int right = position.get("x").getAsInt() + position.get("w").getAsInt();
    int bottom = position.get("y").getAsInt() + position.get("h").getAsInt();
    assertThat(right).isLessThanOrEqualTo(24);
    for (int x = position.get("x").getAsInt(); x < right; x++) {
      for (int y = position.get("y").getAsInt(); y < bottom; y++) {
        squares.add(x + "/" + y);
      }
    }
    return squares;
  }

  private static String table() throws IOException {
    try (InputStream in = BoardsTest.class.getResourceAsStream("panels.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
