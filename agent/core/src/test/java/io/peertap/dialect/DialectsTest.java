package io.peertap.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Type;
import io.peertap.metric.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectsTest {

  private static final List<String> TOGETHER =
      List.of("peertap", "zerostate", "blixard", "collector", "keep", "go-libp2p");

  private final Dialects dialects = new Dialects();
  private final List<String> problems = new ArrayList<>();

  @Test
  void names() {
    assertThat(dialects.names())
        .containsExactly(
            "peertap", "zerostate", "blixard", "collector", "keep", "keep-mean", "go-libp2p");
  }

  /** Reading throws at the first problem, also where a declared family has other labels. */
  @Test
  void builtIn_areReadWithoutProblems() {
    for (String name : dialects.names()) {
      assertThat(dialects.find(name).rows()).as(name).isNotEmpty();
    }
  }

  @Test
  void allMayShareAScrape() {
    assertThat(dialects.wrong(TOGETHER)).isNull();
    assertThat(dialects.wrong(List.of("keep", "keep"))).isNull();
  }

  /** Also where a name derives from a label: nobody else's begins like that. */
  @Test
  void derivedNames_areNobodyElses() {
    for (String one : dialects.names()) {
      for (Row derived : dialects.find(one).rows()) {
        for (String other : derived.derived() == null ? List.<String>of() : TOGETHER) {
          for (Row row : dialects.find(other).rows()) {
            assertThat(row.name().equals(derived.name()) || !row.name().startsWith(derived.name()))
                .as(row.name() + " and " + derived.name())
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void bothFormsOfKeep_cannotShareAScrape() {
    assertThat(dialects.wrong(List.of("keep", "keep-mean")))
        .isEqualTo("dialects keep and keep-mean cannot share a scrape: both have"
            + " performance_wallet_dispatcher_active_actions");
  }

  @Test
  void unknown_isToldWithTheKnown() {
    assertThat(dialects.wrong(List.of("keep", "kept")))
        .isEqualTo("there is no dialect \"kept\"; there are peertap, zerostate, blixard, collector,"
            + " keep, keep-mean, go-libp2p");
    assertThat(dialects.wrong(List.of(""))).startsWith("there is no dialect \"\"");
  }

  @Test
  void everyRow_readsFamiliesThatAreDeclared() {
    List<String> lost = new ArrayList<>();
    for (String name : TOGETHER.subList(1, TOGETHER.size())) {
      for (Row row : dialects.find(name).rows()) {
        for (Operand operand : row.operands()) {
          if (!Dialects.declared(Vocabulary.all()).containsKey(operand.family())) {
            lost.add(row.name() + " <- " + operand.family());
          }
        }
      }
    }

    assertThat(lost).isEmpty();
  }

  @Test
  void standard_isOursUnlessPreferred() {
    assertThat(dialects.standard().isPlain()).isTrue();

    dialects.prefer(List.of("peertap", "kept", "keep", "keep-mean"), problems::add);

    assertThat(problems).hasSize(2).satisfies(lines -> {
      assertThat(lines.get(0)).startsWith("there is no dialect \"kept\"; there are peertap, ");
      assertThat(lines.get(0)).endsWith("; kept is left out");
      assertThat(lines.get(1)).endsWith("; keep-mean is left out");
    });
    assertThat(dialects.standard().isPlain()).isFalse();
    assertThat(names(dialects.standard().of(wallets(3))))
        .contains("peertap_operations_started_total", "performance_wallet_actions_total");
  }

  @Test
  void preferNothingKnown_isOurs() {
    dialects.prefer(List.of("kept"), problems::add);

    assertThat(problems).hasSize(1);
    assertThat(dialects.standard().isPlain()).isTrue();
  }

  @Test
  void oneDialect_showsNothingElse() {
    Snapshot shown = dialects.view(List.of("keep")).of(wallets(3));

    assertThat(names(shown)).allMatch(name -> name.startsWith("performance_")).isSorted();
    assertThat(value(shown, "performance_wallet_actions_total")).isEqualTo(3);
  }

  /** A first increase must not be lost; a gauge that nobody feeds is not there. */
  @Test
  void whatCountsFromZero_isThereBeforeItCounts() {
    Snapshot shown = dialects.view(List.of("keep", "blixard")).of(new Snapshot(List.of()));

    assertThat(value(shown, "performance_dkg_failed_total")).isZero();
    FamilySnapshot durations = shown.family("performance_signing_duration_seconds");
    assertThat(((Point.Distribution) durations.points().get(0)).count()).isZero();
    assertThat(durations.family().buckets()).hasSize(14);
    assertThat(shown.family("p2p_connections_total")).isNull();
    assertThat(shown.family("p2p_bytes_sent_total")).isNull();
  }

  @Test
  void ownFile_isADialectLikeAnyOther() {
    dialects.add("acme", """
        # Ours.
        dialect acme
        include keep
        gauge performance_wallet_actions_total{state="new"} = peertap_operations_active
            What a wallet
            does.
        counter acme_<operation>_begun{} = x
        counter acme_<operation>_begun = x
        counter acme_begun_<operation> = peertap_operations_started_total
        """, problems::add);
    Snapshot shown = dialects.view(List.of("acme")).of(wallets(3));

    assertThat(problems)
        .containsExactly(
            "acme:7 expects '=' before the family where it says _begun{} = x; the line is left out",
            "acme:8 expects '=' before the family where it says _begun = x; the line is left out");
    assertThat(dialects.names()).endsWith("acme");
    assertThat(value(shown, "acme_begun_wallet_action")).isEqualTo(3);
    assertThat(shown.family("performance_wallet_actions_total")).isNull();
    assertThat(shown.family("performance_wallet_action_failed_total")).isNotNull();
  }

  /** The documentation's own example, its mistake included, and its table. */
  @Test
  void documentation_isTrue() throws IOException {
    String page = Files.readString(Path.of("../docs/dialects.md"));
    Dialects all = new Dialects(Synthetic.families());
    for (String block : page.split("\n```\n", -1)) {
      if (block.startsWith("# Names that") || block.startsWith("dialect ")) {
        all.add("acme.dialect", block, problems::add);
      }
    }

    assertThat(all.find("acme").rows()).hasSize(4);
    assertThat(all.find("blixard-iroh").rows()).hasSize(42);
    assertThat(problems)
        .singleElement()
        .satisfies(problem ->
            assertThat(page).contains("peertap: option dialects.files: " + problem + '\n'));
    for (String name : TOGETHER.subList(1, TOGETHER.size())) {
      long metrics =
          dialects.find(name).rows().stream().map(Row::name).distinct().count();
      assertThat(page).containsPattern("\n\\| `" + name + "` \\| .* \\| " + metrics + " \\|\n");
    }
  }

  @Test
  void ownFile_wrongLines_areToldAndTheOthersHold() {
    dialects.add("f", """
        # This and that.

        dialect acme
            help of nothing
        include nobody
        summary acme_a = peertap_pings_total
        counter acme_b{x=outcom} = peertap_pings_total
        counter acme_c = peertap_pongs_total
        counter acme_d = peertap_rtt_seconds
        histogram acme_e = peertap_pings_total
        counter acme_f = peertap_connections
        counter acme_g = peertap_pings_total{outcome="success}
        counter acme_h = best peertap_pings_total
        counter acme_i = peertap_pings_total * -1
        histogram acme_j = peertap_rtt_seconds le 1, 0.5
        counter acme_ok_total = peertap_pings_total
        counter acme_ok_total{x="y"} = peertap_pings_total
        gauge acme_ok = avg peertap_pings_total
        histogram acme_k = max peertap_rtt_seconds
        counter acme_l = peertap_pings_total + peertap_events_total) x
        counter jvm = jvm_threads
        histogram acme_m = peertap_rtt_seconds + peertap_dial_duration_seconds
        """, problems::add);

    assertThat(String.join("\n", problems)).isEqualToIgnoringNewLines("""
        f:4 is help without a row above; the line is left out
        f:5 includes nobody, which is no dialect; the line is left out
        f:6 expects counter, gauge or histogram where it says summary acme_a = peertap_pings_total; the line is left out
        f:7 peertap_pings_total has no label outcom; it has outcome; the line is left out
        f:8 there is no family peertap_pongs_total; java -jar peertap.jar metrics lists all; the line is left out
        f:9 peertap_rtt_seconds is a histogram: take its mean or count; the line is left out
        f:10 peertap_pings_total is no histogram; the line is left out
        f:11 peertap_connections is a gauge, which makes no counter; the line is left out
        f:12 expects '"' behind a value at its end; the line is left out
        f:13 expects max, avg, mean or count where it says best; the line is left out
        f:14 expects a number where it says -1; the line is left out
        f:15 expects bounds that ascend; 0.5 does not; the line is left out
        f:17 acme_ok_total has another type or other labels in a line above; the line is left out
        f:18 acme_ok takes a name of acme_ok_total; the line is left out
        f:19 a histogram can be a sum only; the line is left out
        f:20 expects +, /, * or the end where it says ) x; the line is left out
        f:22 peertap_rtt_seconds and peertap_dial_duration_seconds have different buckets; the line is left out""");
    assertThat(dialects.find("acme").rows())
        .extracting(Row::name)
        .containsExactly("acme_ok_total", "jvm");
  }

  @Test
  void ownFile_withoutNameOrWithATakenOne_isLeftOut() {
    dialects.add("empty", "# Nothing.\n", problems::add);
    dialects.add("other", "#!/bin/sh\ncounter a = peertap_pings_total\ndialect b\n", problems::add);
    dialects.add("upper", "dialect Acme\n", problems::add);
    dialects.add("twice", "dialect keep\n", problems::add);
    dialects.add("ours", "dialect peertap\n", problems::add);
    dialects.add(
        "thief",
        "dialect thief\ncounter peertap_pings_total = peertap_pings_total\n",
        problems::add);

    assertThat(problems)
        .containsExactly(
            "empty says nothing; it needs a line dialect <name> before all others",
            "other:2 expects dialect <name>, of lower-case letters, digits, - and _; the file is left out",
            "upper:1 expects dialect <name>, of lower-case letters, digits, - and _; the file is left out",
            "twice is left out: there is a dialect keep already",
            "ours is left out: there is a dialect peertap already");
    assertThat(dialects.wrong(List.of("thief"))).isNull();
    assertThat(dialects.wrong(List.of("peertap", "thief")))
        .endsWith("cannot share a scrape: both have peertap_pings_total");
  }

  @Test
  void ownFile_allWrong_isToldInFewLines() {
    dialects.add("f", "dialect acme\n" + "x\n".repeat(1000), problems::add);

    assertThat(problems).hasSize(21).last().isEqualTo("f: 980 more lines are left out");
  }

  @Test
  void boundsThatTheBaseLacks_areNotOffered() {
    dialects.add("acme", """
        dialect acme
        histogram acme_ms = peertap_rtt_seconds * 1000 le 1, 2, 25, 5000, 9000
        histogram acme_none = peertap_rtt_seconds le 3
        """, problems::add);
    long[] counts = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048};
    Family rtt = Dialects.declared(Vocabulary.all()).get("peertap_rtt_seconds");
    Labels ping = Labels.of(List.of("source"), List.of("ping"));
    Snapshot shown = dialects
        .view(List.of("acme"))
        .of(new Snapshot(
            List.of(new FamilySnapshot(rtt, List.of(new Point.Distribution(ping, counts, 2.5))))));

    assertThat(problems).isEmpty();
    assertThat(Samples.of(shown, "acme_ms"))
        .isEqualTo(Map.of(
            "acme_ms_bucket{le=1.0}", 1.0,
            "acme_ms_bucket{le=25.0}", 15.0,
            "acme_ms_bucket{le=5000.0}", 2047.0,
            "acme_ms_sum{}", 2500.0,
            "acme_ms_count{}", 4095.0));
    assertThat(Samples.of(shown, "acme_none"))
        .isEqualTo(Map.of("acme_none_sum{}", 2.5, "acme_none_count{}", 4095.0));
  }

  /** Names that cannot hold an event's characters meet; their counts are added. */
  @Test
  void derivedNames_holdWhatANameCan() {
    Family events = Dialects.declared(Vocabulary.all()).get("peertap_protocol_events_total");
    List<Point> points = new ArrayList<>();
    for (String event : List.of("a-b", "a.b", "ä", "c9")) {
      points.add(new Point.Value(Labels.of(events.labels(), List.of("task", event)), 2));
    }
    Snapshot shown = dialects
        .view(List.of("collector"))
        .of(new Snapshot(List.of(new FamilySnapshot(events, points))));

    assertThat(Samples.of(shown, "protocol_"))
        .isEqualTo(Map.of(
            "protocol_task_a_b{}", 4.0, "protocol_task__{}", 2.0, "protocol_task_c9{}", 2.0));
  }

  private static Snapshot wallets(int started) {
    Family family = Dialects.declared(Vocabulary.all()).get("peertap_operations_started_total");
    Labels labels = Labels.of(family.labels(), List.of("wallet_action", "heartbeat"));
    return new Snapshot(
        List.of(new FamilySnapshot(family, List.of(new Point.Value(labels, started)))));
  }

  private static double value(Snapshot snapshot, String family) {
    FamilySnapshot found = snapshot.family(family);
    assertThat(found.family().type()).isEqualTo(Type.COUNTER);
    assertThat(found.points()).hasSize(1);
    return ((Point.Value) found.points().get(0)).value();
  }

  private static List<String> names(Snapshot snapshot) {
    return snapshot.families().stream().map(family -> family.family().name()).toList();
  }
}
