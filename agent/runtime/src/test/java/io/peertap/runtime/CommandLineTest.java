package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.peertap.metric.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(OUT);
    System.setErr(ERR);
  }

  @Test
  void helpNamesCommandsAndExitCodes() {
    for (String[] asked : new String[][] {{}, {"help"}, {"--help"}, {"-h"}}) {
      out.reset();
      assertThat(CommandLine.run(asked, "1.2", "peertap.jar")).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("java -javaagent:peertap.jar[=key=value,...] -jar node.jar")
          .contains(
              "kit", "attach", "explain", "options", "metrics", "libraries", "version", "help")
          .containsSubsequence("Exit codes:", "0   done", "1   not done", "2   what was typed");
    }
  }

  @Test
  void helpOfACommand_namesItsOptions() {
    for (String[] asked : new String[][] {{"help", "explain"}, {"explain", "--help"}}) {
      out.reset();
      assertThat(CommandLine.run(asked, "1.2", "peertap.jar")).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("--rules=<file>", "--option=key=value", "<jar or directory>...");
    }
  }

  @Test
  void commandsAreReached() {
    assertThat(CommandLine.run(new String[] {"version"}, "1.2", "peertap.jar")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1.2" + System.lineSeparator());
    assertThat(CommandLine.run(new String[] {"options"}, "1.2", "peertap.jar")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("sample.enabled = true");
    assertThat(CommandLine.run(new String[] {"explain", "/no/such.jar"}, "1.2", "peertap.jar"))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("peertap: there is no jar or directory /no/such.jar\n");
  }

  @Test
  void libraries_areWhatTheModulesSay() {
    assertThat(CommandLine.run(new String[] {"libraries"}, "1.2", "peertap.jar"))
        .isZero();
    assertThat(CommandLine.run(new String[] {"libraries", "--markdown"}, "1.2", "peertap.jar"))
        .isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("sample\n    samples by name\n    Tested with 1.0 to 1.2.\n")
        .contains("| `sample` | 1.0 to 1.2 | samples by name |\n");
  }

  @Test
  void metrics_printsEveryFamilyInEveryFormat() {
    for (String format : new String[] {"text", "markdown", "json"}) {
      out.reset();
      assertThat(
              CommandLine.run(new String[] {"metrics", "--format=" + format}, "1.2", "peertap.jar"))
          .isZero();
      String printed = out.toString(StandardCharsets.UTF_8);
      assertThat(Vocabulary.all()).allSatisfy(family -> {
        assertThat(printed).contains(family.name());
        assertThat(family.labels()).allSatisfy(label -> assertThat(printed).contains(label));
        if (family.mirror() != null) {
          assertThat(printed).contains(family.mirror().name());
        }
      });
    }
  }

  @Test
  void metrics_asText_tellsAllOfAFamily() {
    assertThat(CommandLine.run(new String[] {"metrics"}, "1.2", "peertap.jar")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("""
            peertap_rtt_seconds{source}
                Round-trip time (source = ping, tcp_info, quic, app).
                histogram, seconds, buckets 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5; by peer: peertap_peer_rtt_seconds{peer}
            """);
  }

  @Test
  void metrics_asJson_isAnArrayOfFamilies() {
    assertThat(CommandLine.run(new String[] {"metrics", "--format=json"}, "1.2", "peertap.jar"))
        .isZero();
    JsonArray families =
        JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonArray();
    assertThat(families).hasSameSizeAs(Vocabulary.all());
    JsonObject first = families.get(0).getAsJsonObject();
    assertThat(first.get("name").getAsString()).isEqualTo("peertap_connections");
    assertThat(first.get("type").getAsString()).isEqualTo("gauge");
    assertThat(first.get("labels").getAsJsonArray()).hasSize(3);
  }

  @Test
  void metrics_inAFormatThatDoesNotExist_isOneLine() {
    assertThat(CommandLine.run(new String[] {"metrics", "--format=xml"}, "1.2", "peertap.jar"))
        .isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "peertap: invalid value for option '--format': expected one of"
                + " [text, markdown, json] (case-sensitive) but was 'xml'; help metrics tells what there"
                + " is\n");
  }

  @Test
  void unknownCommand_isOneLine() {
    assertThat(CommandLine.run(new String[] {"explane"}, "1.2", "peertap.jar")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("peertap: there is no command explane; there are kit, attach,"
            + " explain, options, metrics, libraries, version, help\n");
  }
}
