package io.peertap.metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the project's data files. */
public final class Table {

  private Table() {}

  /** The rows of a CSV file by their first column, each a map from column to field. */
  static Map<String, Map<String, String>> rows(String resource) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Map<String, String> row : list(resource)) {
      String key = row.values().iterator().next();
      if (rows.put(key, row) != null) {
        throw new IllegalArgumentException("twice: " + key);
      }
    }
    return rows;
  }

  /** The rows of a CSV file, each a map from column to field; the path is absolute or beside this class. */
  public static List<Map<String, String>> list(String resource) {
    List<List<String>> lines = parse(text(resource));
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < line.size(); i++) {
        row.put(lines.get(0).get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** All of a file. */
  public static String text(String resource) {
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RFC 4180, without line breaks in fields. */
  private static List<List<String>> parse(String text) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      List<String> fields = new ArrayList<>();
      StringBuilder field = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean escaped = quoted && c == '"' && line.startsWith("\"\"", i);
        if (escaped) {
          field.append(c);
          i++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          fields.add(field.toString());
          field.setLength(0);
        } else {
          field.append(c);
        }
      }
      fields.add(field.toString());
      lines.add(fields);
    }
    return lines;
  }
}
