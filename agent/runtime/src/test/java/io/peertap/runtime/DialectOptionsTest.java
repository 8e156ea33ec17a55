package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.config.Config;
import io.peertap.config.ConfigReader;
import io.peertap.config.Problems;
import io.peertap.dialect.Dialects;
import io.peertap.metric.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectOptionsTest {

  private static final Snapshot NOTHING = new Snapshot(List.of());

  @TempDir
  Path folder;

  private final Problems problems = new Problems();

  @Test
  void byDefault_oursIsShown() {
    assertThat(read(Map.of()).standard().isPlain()).isTrue();
    assertThat(problems.lines()).isEmpty();
  }

  @Test
  void dialects_areShownByDefault() {
    Dialects dialects = read(Map.of("dialects", "keep, collector"));

    assertThat(problems.lines()).isEmpty();
    assertThat(dialects.standard().of(NOTHING).family("network_bytes_sent")).isNotNull();
    assertThat(dialects.standard().of(NOTHING).family("performance_dkg_failed_total"))
        .isNotNull();
  }

  @Test
  void unknownName_isOneLineAndTheOthersHold() {
    Dialects dialects = read(Map.of("dialects", "kept,collector"));

    assertThat(problems.lines())
        .containsExactly(
            "peertap: option dialects: there is no dialect \"kept\"; there are peertap,"
                + " zerostate, blixard, collector, keep, keep-mean, go-libp2p; kept is left out");
    assertThat(dialects.standard().of(NOTHING).family("network_bytes_sent")).isNotNull();
  }

  @Test
  void ownFiles_areReadAndTheirMistakesTold() throws Exception {
    Path good = Files.writeString(folder.resolve("acme.dialect"), """
        dialect acme
        counter acme_pings_total = peertap_pings_total
        counter acme_pongs_total = peertap_pongs_total
        """);
    Path binary = Files.write(folder.resolve("binary"), new byte[] {0, -1});
    Path missing = folder.resolve("missing");
    Dialects dialects = read(
        Map.of("dialects", "peertap,acme", "dialects.files", missing + "," + good + "," + binary));

    assertThat(problems.lines())
        .containsExactly(
            "peertap: option dialects.files=" + missing
                + " cannot be read: there is no such file; going on without",
            "peertap: option dialects.files: " + good
                + ":3 there is no family peertap_pongs_total; java -jar peertap.jar metrics lists all; the line is left out",
            "peertap: option dialects.files=" + binary
                + " cannot be read: it is not a text file in UTF-8; going on without");
    assertThat(dialects.standard().of(NOTHING).family("acme_pings_total")).isNotNull();
  }

  private Dialects read(Map<String, String> options) {
    Config config = ConfigReader.given("test", options, List.of(), List.of());
    assertThat(config.problems()).isEmpty();
    return DialectOptions.read(config.dialects(), problems);
  }
}
