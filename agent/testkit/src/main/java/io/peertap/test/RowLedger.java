package io.peertap.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which metrics of the source documents have moved, and who moved them. */
public final class RowLedger {

  /** Whose rows are those that the table of drivers does not name. */
  public static final String TESTAPP = "testapp";

  private final List<DialectRow> rows = DialectRow.all();
  private final Map<String, String> drivers = drivers();
  private final Map<DialectRow, Move> moves = new LinkedHashMap<>();

  /** One of a row's series, and its value before and after. */
  private record Move(String series, Double before, Double after) {}

  /** Checks that the table of drivers names nothing but rows. */
  public RowLedger() {
    assertThat(rows.stream().map(DialectRow::name).toList()).containsAll(drivers.keySet());
  }

  private static Map<String, String> drivers() {
    Map<String, String> drivers = new LinkedHashMap<>();
    try (InputStream table = RowLedger.class.getResourceAsStream("drivers.txt")) {
      for (String line : new String(table.readAllBytes(), UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          String[] driverAndRow = line.split(" +", -1);
          assertThat(drivers.put(driverAndRow[1], driverAndRow[0])).as(line).isNull();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return drivers;
  }

  /** All drivers of the table, in its order. */
  public List<String> named() {
    return drivers.values().stream().distinct().toList();
  }

  /** The rows that are a driver's to move and have not moved. */
  public List<String> missing(String driver) {
    return rows.stream()
        .filter(row -> isOf(row, driver) && !moves.containsKey(row))
        .map(DialectRow::name)
        .toList();
  }

  /** The rows that have not moved, whoever was to move them. */
  public List<String> still() {
    return rows.stream()
        .filter(row -> !moves.containsKey(row))
        .map(DialectRow::name)
        .toList();
  }

  private boolean isOf(DialectRow row, String driver) {
    return drivers.getOrDefault(row.name(), TESTAPP).equals(driver);
  }

  /** Notes which of a driver's rows have moved; whatever is shown must be as it is defined. */
  public void saw(String driver, DialectText before, DialectText after) {
    after.families().forEach((name, family) -> {
      List<DialectRow> defined = rows.stream().filter(row -> row.names(name)).toList();
      assertThat(defined).as("definitions of " + name).hasSize(1);
      DialectRow row = defined.get(0);
      assertThat(family.type()).as(name).isEqualTo(row.type());
      assertThat(family.labels())
          .allSatisfy(labels ->
              assertThat(labels).as(name).containsExactlyInAnyOrderElementsOf(row.labels()));
      if (isOf(row, driver) && !moves.containsKey(row)) {
        note(row, family, before);
      }
    });
  }

  private void note(DialectRow row, DialectText.Family family, DialectText before) {
    for (Map.Entry<String, Double> series : family.series().entrySet()) {
      Double then = before.value(series.getKey());
      if (!series.getValue().equals(Objects.requireNonNullElse(then, 0.0))) {
        moves.put(row, new Move(series.getKey(), then, series.getValue()));
        return;
      }
    }
  }

  /** Writes down every row with its driver and, where it moved, a series with both values. */
  public void writeTo(Path file) throws IOException {
    StringBuilder out = new StringBuilder("| metric | driver | series | before | after |\n");
    out.append("|---|---|---|---|---|\n");
    for (DialectRow row : rows) {
      Move move = moves.get(row);
      out.append("| `")
          .append(row.name())
          .append("` | ")
          .append(drivers.getOrDefault(row.name(), TESTAPP))
          .append(move == null ? " | | |" : cells(move))
          .append(" |\n");
    }
    Files.writeString(file, out);
  }

  private static String cells(Move move) {
    return " | `" + move.series + "` | " + (move.before == null ? "absent" : move.before) + " | "
        + move.after;
  }
}
