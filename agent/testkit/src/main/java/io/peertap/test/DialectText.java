package io.peertap.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an endpoint shows in the dialects of the source documents, read from the text format. */
public final class DialectText {

  private static final String QUERY = "/metrics?dialect=zerostate,blixard,collector,keep";
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final String TYPE = "# TYPE ";

  private final Map<String, Family> families = new TreeMap<>();

  /**
   * A family.
   *
   * @param series the value of each sample line, but those of a histogram's buckets and sum
   * @param labels the label names of each sample line, but a bucket's {@code le}
   */
  record Family(String type, Map<String, Double> series, List<List<String>> labels) {}

  private DialectText(String text) {
    Family family = null;
    for (String line : text.lines().toList()) {
      if (line.startsWith(TYPE)) {
        String[] nameAndType = line.substring(TYPE.length()).split(" ", -1);
        family = new Family(nameAndType[1], new TreeMap<>(), new ArrayList<>());
        families.put(nameAndType[0], family);
      } else if (!line.startsWith("#")) {
        add(line, family);
      }
    }
  }

  /** Asks the endpoint on loopback. */
  public static DialectText at(int port) throws IOException {
    HttpURLConnection http = (HttpURLConnection)
        URI.create("http://127.0.0.1:" + port + QUERY).toURL().openConnection();
    http.setRequestProperty("Accept", "text/plain");
    try (InputStream in = http.getInputStream()) {
      return new DialectText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void add(String line, Family family) {
    int end = line.lastIndexOf(' ');
    String series = line.substring(0, end);
    String name = series.split("[{]", 2)[0];
    List<String> labels = new ArrayList<>();
    for (Matcher label = LABEL.matcher(series); label.find(); ) {
      labels.add(label.group(1));
    }
    boolean histogram = family.type().equals("histogram");
    if (histogram && name.endsWith("_bucket")) {
      labels.remove("le");
    }
    family.labels().add(labels);
    if (!histogram || name.endsWith("_count")) {
      family.series().put(series, Double.valueOf(line.substring(end + 1)));
    }
  }

  Map<String, Family> families() {
    return families;
  }

  /** The value of a series; null if it is not there. */
  Double value(String series) {
    for (Family family : families.values()) {
      Double value = family.series().get(series);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
