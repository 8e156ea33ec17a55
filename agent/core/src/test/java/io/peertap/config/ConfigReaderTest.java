package io.peertap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  private static final List<String> MODULES = List.of("netty", "tron-libp2p");
  private static final List<String> SUBJECTS = List.of("operations", "events");

  @TempDir
  Path folder;

  @Test
  void nothingSet_givesDefaults() {
    Config config = args(null);
    assertThat(config.problems()).isEmpty();
    assertThat(config.enabled()).isTrue();
    assertThat(config.local()).isFalse();
    assertThat(config.breakerErrors()).isEqualTo(100);
    assertThat(config.labelsMax()).isEqualTo(32);
    assertThat(config.moduleEnabled("netty")).isTrue();
    assertThat(config.http())
        .isEqualTo(new HttpSettings("127.0.0.1", 7337, false, null, List.of(), Token.NONE, false));
    assertThat(config.peers())
        .isEqualTo(
            new PeerSettings(128, false, PeerLabel.HASH, null, Duration.ofMinutes(5), 0.7, 0.4));
    assertThat(config.times())
        .isEqualTo(new TimeSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ZERO));
    assertThat(config.log()).isEqualTo(new LogSettings(null, LogLevel.INFO));
  }

  @Test
  void sharesAreTheNumbersThatTheJdkReads() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      String share = "0." + random.nextLong(10_000_000_000L);
      assertThat(args("health.healthy=" + share).peers().healthy())
          .as(share)
          .isEqualTo(Double.parseDouble(share));
    }
    assertThat(args("health.healthy=1.0000000000").peers().healthy()).isEqualTo(1);
  }

  @Test
  void sharesAreNumbersFromZeroToOne() {
    assertThat(args("health.healthy=0.75,health.degraded=0").peers())
        .isEqualTo(
            new PeerSettings(128, false, PeerLabel.HASH, null, Duration.ofMinutes(5), 0.75, 0));
    assertThat(args("health.healthy=1").peers().healthy()).isEqualTo(1);
    for (String wrong :
        new String[] {"1.01", "-0.1", "1e-1", "NaN", "0x1p-1", ".", "", "0.", ".5", "0,5"}) {
      Config config = args("health.healthy=\"" + wrong + "\"");
      assertThat(config.peers().healthy()).as(wrong).isEqualTo(0.7);
      assertThat(config.problems())
          .as(wrong)
          .singleElement()
          .asString()
          .contains("health.healthy")
          .contains("a number from 0 to 1, such as 0.75");
    }
  }

  @Test
  void everyTypeIsRead() {
    Config config = args(
        "enabled=off, peers.max=7,rtt.interval=0s,idle.after=1500ms,hosts=\"a,b c\",log.file=/x/y,"
            + "peers.label=SHORT,peers.families=all,peers.salt=pepper,netty.enabled=false,token=\"a,\\\"b\"");
    assertThat(config.problems()).isEmpty();
    assertThat(config.enabled()).isFalse();
    assertThat(config.peers().max()).isEqualTo(7);
    assertThat(config.peers().label()).isEqualTo(PeerLabel.SHORT);
    assertThat(config.peers().allFamilies()).isTrue();
    assertThat(config.peers().salt()).isEqualTo("pepper");
    assertThat(config.times().rttInterval()).isZero();
    assertThat(config.times().idleAfter()).isEqualTo(Duration.ofMillis(1500));
    assertThat(config.http().hosts()).containsExactly("a", "b", "c");
    assertThat(config.http().token().matches("a,\"b".getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(config.log().file()).isEqualTo(Path.of("/x/y"));
    assertThat(config.moduleEnabled("netty")).isFalse();
    assertThat(config.moduleEnabled("tron-libp2p")).isTrue();
  }

  @Test
  void bareFirstElement_isAnAddress() {
    assertThat(args("9464").http())
        .extracting(HttpSettings::port, HttpSettings::portSet)
        .containsExactly(9464, true);
    assertThat(args(":9464").http().host()).isEqualTo("127.0.0.1");
    assertThat(args("node:9464,enabled=true").http().host()).isEqualTo("node");
    assertThat(args("[::1]:9464").http())
        .extracting(HttpSettings::host, HttpSettings::port)
        .containsExactly("::1", 9464);
    assertThat(args("").problems()).isEmpty();
  }

  @Test
  void bareElement_thatIsNoAddress_isAProblemWithoutItsText() {
    String problem =
        "peertap: agent argument: element 1 is not accepted: key=value, a port or host:port";
    assertThat(args("token:s3cret").problems()).containsExactly(problem);
    assertThat(args("::1:9464").problems()).containsExactly(problem);
    assertThat(args("token=s3,cret").problems())
        .containsExactly(
            "peertap: agent argument: element 2 has no '=' and is ignored; a value with a comma stands in"
                + " double quotes");
  }

  @Test
  void strongerSourceWins() throws Exception {
    Path file = Files.writeString(
        folder.resolve("p.properties"), "port=4\nlabels.max=4\ntick=4s\nlocal=on\n");
    Config config = ConfigReader.read(
        "port=1,config=" + file,
        Map.of("peertap.port", "2", "peertap.labels.max", "2", "other.port", "x"),
        Map.of("PEERTAP_PORT", "3", "PEERTAP_LABELS_MAX", "3", "PEERTAP_TICK", "3s", "HOME", "/"),
        MODULES,
        SUBJECTS);
    assertThat(config.problems()).isEmpty();
    assertThat(config.http().port()).isEqualTo(1);
    assertThat(config.labelsMax()).isEqualTo(2);
    assertThat(config.times().tick()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.local()).isTrue();
    assertThat(config.settings())
        .contains(
            new Setting("port", "1", "agent argument"),
            new Setting("labels.max", "2", "system property"),
            new Setting("tick", "3s", "environment"),
            new Setting("local", "on", "file " + file),
            new Setting("host", "127.0.0.1", "default"));
  }

  @Test
  void badValue_isOneLineAndTheDefault() {
    Config config = args("port=99999,rtt.interval=1ms,peers.label=hsah,enabled=yess");
    assertThat(config.http().port()).isEqualTo(7337);
    assertThat(config.http().portSet()).isFalse();
    assertThat(config.enabled()).isTrue();
    assertThat(config.problems())
        .containsExactlyInAnyOrder(
            "peertap: option port=99999 (agent argument) is not accepted: a number from 0 to 65535; using 7337",
            "peertap: option rtt.interval=1ms (agent argument) is not accepted: a duration (500ms, 30s, 5m, 2h, 7d)"
                + " from 1s to 1d, or 0s; using 10s",
            "peertap: option peers.label=hsah (agent argument) is not accepted: hash, short, full or off; using hash",
            "peertap: option enabled=yess (agent argument) is not accepted: true or false, on or off; using true");
  }

  @Test
  void alerts_haveSizesAndSecrets() {
    AlertSettings alerts =
        args("alerts.memory=3GiB,alerts.webhook=https://hook/secret,alerts.disabled=A B")
            .alerts();
    assertThat(alerts.memoryBytes()).isEqualTo(3L << 30);
    assertThat(alerts.webhook()).isEqualTo("https://hook/secret");
    assertThat(alerts.disabled()).containsExactly("A", "B");
    assertThat(alerts.toString()).doesNotContain("secret");
    assertThat(args("alerts.webhook=https://hook/secret").settings())
        .contains(new Setting("alerts.webhook", "***", "agent argument"));
    assertThat(args("alerts.memory=1048576").alerts().memoryBytes()).isEqualTo(1 << 20);
    for (String size : List.of("", "0", "-1", "1.5GiB", "GiB", "1GB", "9999999999TiB")) {
      assertThat(args("alerts.memory=" + size).problems())
          .as(size)
          .singleElement()
          .asString()
          .contains("a size in bytes, or as 512MiB, 4GiB; using 1GiB");
    }
  }

  @Test
  void badNumbersAndDurations_areRefused() {
    for (String number : List.of("", "-1", "+1", "1.5", "99999999999999999999", "0x1", "١")) {
      assertThat(args("port=" + number).problems()).as(number).hasSize(1);
    }
    for (String duration : List.of("", "5", "s", "5 s", "-5s", "9999999999d", "5sm")) {
      assertThat(args("tick=" + duration).problems()).as(duration).hasSize(1);
    }
  }

  @Test
  void unknownKey_namesTheNearestButNotTheValue() throws Exception {
    Path file = Files.writeString(folder.resolve("p.properties"), "tickk=1s\n");
    Config config = ConfigReader.read(
        "tokn=s3cret,config=" + file,
        Map.of("peertap.peer.max", "1"),
        Map.of("PEERTAP_TOKN", "x", "PEERTAP_GIBBERISH", "y"),
        MODULES,
        SUBJECTS);
    assertThat(config.problems())
        .containsExactlyInAnyOrder(
            "peertap: option tokn (agent argument) is unknown and ignored; did you mean token?",
            "peertap: option peer.max (system property) is unknown and ignored; did you mean peers.max?",
            "peertap: environment variable PEERTAP_TOKN is unknown and ignored; did you mean PEERTAP_TOKEN?",
            "peertap: environment variable PEERTAP_GIBBERISH is unknown and ignored;"
                + " java -jar peertap.jar options lists all",
            "peertap: option tickk (file " + file + ") is unknown and ignored; did you mean tick?");
  }

  @Test
  void kubernetesServiceLinks_areNoOptions() {
    Config config = environment(Map.of(
        "PEERTAP_PORT", "tcp://10.0.0.1:7337",
        "PEERTAP_SERVICE_HOST", "10.0.0.1",
        "PEERTAP_SERVICE_PORT", "7337",
        "PEERTAP_SERVICE_PORT_HTTP", "7337",
        "PEERTAP_PORT_7337_TCP", "tcp://10.0.0.1:7337",
        "PEERTAP_PORT_7337_TCP_ADDR", "10.0.0.1",
        "PEERTAP_METRICS_SERVICE_HOST", "10.0.0.2"));
    assertThat(config.problems()).isEmpty();
    assertThat(config.http().portSet()).isFalse();
  }

  @Test
  void environment_emptyIsUnsetAndDashesAreUnderscores() {
    Config config = environment(Map.of("PEERTAP_TICK", "", "PEERTAP_TRON_LIBP2P_ENABLED", "off"));
    assertThat(config.problems()).isEmpty();
    assertThat(config.moduleEnabled("tron-libp2p")).isFalse();
  }

  @Test
  void duplicateArgument_lastOneCounts() {
    Config config = args("port=1,port=2");
    assertThat(config.http().port()).isEqualTo(2);
    assertThat(config.problems())
        .containsExactly(
            "peertap: option port (agent argument) is given twice; the last one counts");
  }

  @Test
  void quote_notClosedOrFollowedByMore() {
    assertThat(args("host=\"a,b").problems())
        .containsExactly("peertap: option host (agent argument) has no closing quote");
    Config config = args("log.file=\"C:\\dir, x\" y,port=1");
    assertThat(config.problems())
        .containsExactly(
            "peertap: option log.file (agent argument): what follows the closing quote is ignored");
    assertThat(config.log().file()).isEqualTo(Path.of("C:\\dir, x"));
    assertThat(config.http().port()).isEqualTo(1);
  }

  @Test
  void tokenFile_isReadAndTrimmed() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), " s3cret \n");
    Config config = environment(Map.of("PEERTAP_TOKEN_FILE", file.toString()));
    assertThat(config.http().token().matches("s3cret".getBytes(StandardCharsets.UTF_8)))
        .isTrue();
    assertThat(config.settings()).contains(new Setting("token", "***", "file " + file));
    assertThat(config.settings().toString()).doesNotContain("s3cret");
    assertThat(config.http().toString()).doesNotContain("s3cret");
  }

  @Test
  void tokenAskedForButNotReadable_isNeverOpen() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    assertUnavailable(args("token.file=" + empty));
    assertUnavailable(args("token.file=" + folder.resolve("missing")));
    assertUnavailable(args("token.file=" + folder));
    assertUnavailable(args("token.file="));
    assertUnavailable(args("token="));
    assertUnavailable(args("token=\"\""));
    assertUnavailable(environment(Map.of("PEERTAP_TOKEN", "")));
    assertUnavailable(environment(Map.of("PEERTAP_TOKEN_FILE", "")));
  }

  private static void assertUnavailable(Config config) {
    assertThat(config.http().token()).isSameAs(Token.UNAVAILABLE);
    assertThat(config.problems())
        .singleElement()
        .asString()
        .endsWith("every protected request is refused");
  }

  @Test
  void strongerSourceOfTheTokenWins_asTextOrFile() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "fromFile");
    Config config = ConfigReader.read(
        "token.file=" + file, Map.of("peertap.token", "weaker"), Map.of(), MODULES, SUBJECTS);
    assertThat(config.http().token().text()).isEqualTo("fromFile");
  }

  @Test
  void saltFile_unreadable_leavesTheBuiltInKey() {
    Config config = args("peers.salt.file=" + folder.resolve("missing"));
    assertThat(config.peers().salt()).isNull();
    assertThat(config.problems())
        .containsExactly("peertap: option peers.salt.file=" + folder.resolve("missing")
            + " (agent argument) cannot be read: there is no such file; using the built-in key");
  }

  @Test
  void configFile_unreadableOrMalformed_isOneLine() throws Exception {
    Path malformed = Files.writeString(folder.resolve("p.properties"), "port=\\u12\ntick=3s\n");
    assertThat(args("config=" + folder.resolve("missing")).problems())
        .containsExactly("peertap: option config=" + folder.resolve("missing")
            + " (agent argument) cannot be read: there is no such file; going on without");
    assertThat(args("config=" + malformed).problems())
        .containsExactly("peertap: option port=\\u12 (file " + malformed
            + ") is not accepted: a number from 0 to 65535; using 7337");
    assertThat(args("config=" + malformed).times().tick()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void configFile_isUtf8AndNamesNoOther() throws Exception {
    Path file =
        Files.writeString(folder.resolve("p.properties"), "\uFEFFtoken=geheimnüs\nconfig=/x\n");
    Config config = args("config=" + file);
    assertThat(config.http().token().text()).isEqualTo("geheimnüs");
    assertThat(config.problems())
        .containsExactly("peertap: option config (file " + file
            + ") is ignored: a file cannot name another one");
  }

  @Test
  void problem_isOneLineWhateverWasTyped() {
    assertThat(args("port=1\n2\u001b[31m").problems())
        .containsExactly(
            "peertap: option port=1?2?[31m (agent argument) is not accepted: a number from 0 to 65535;"
                + " using 7337");
  }

  @Test
  void failureWhileReading_givesDefaultsThatLetNobodyIn() {
    Config config = ConfigReader.read(null, null, Map.of(), MODULES, SUBJECTS);
    assertThat(config.http().token()).isSameAs(Token.UNAVAILABLE);
    assertThat(config.http().port()).isEqualTo(7337);
    assertThat(config.problems()).hasSize(1);
  }

  @Test
  void rules_areNoUnknownOptions() {
    Config config = args("operations.wallet_action.rejected(busy)=throws com.acme.BusyException,"
        + "operations.signing.methods=\"com.acme.Signer#sign(java.lang.String,byte[]), !a.B#c\","
        + "operations.settlement.success=result == 7,operations.conventions=off");
    assertThat(config.problems()).isEmpty();
    assertThat(config.rules().conventions()).isFalse();
    assertThat(rules(config))
        .containsExactly(
            new Setting(
                "operations.wallet_action.rejected(busy)",
                "throws com.acme.BusyException",
                "agent argument"),
            new Setting(
                "operations.signing.methods",
                "com.acme.Signer#sign(java.lang.String,byte[]), !a.B#c",
                "agent argument"),
            new Setting("operations.settlement.success", "result == 7", "agent argument"));
  }

  @Test
  void rules_haveDefaultsAndOptions() {
    RuleOptions defaults = args(null).rules();
    assertThat(defaults)
        .isEqualTo(new RuleOptions(null, false, true, false, false, 500, List.of(), List.of()));
    RuleOptions set =
        args("rules=/x/y,rules.reload=ON,unsafe.getters=on,operations.methods.max=7,operations.conventions=Off,jdk.executors=on")
            .rules();
    assertThat(set.file().path()).isEqualTo(Path.of("/x/y"));
    assertThat(set.reload()).isTrue();
    assertThat(set.getters()).isTrue();
    assertThat(set.conventions()).isFalse();
    assertThat(set.methods()).isEqualTo(7);
    assertThat(set.jdkExecutors()).isTrue();
  }

  @Test
  void rule_ofTheStrongerSourceWinsKeyByKey() throws Exception {
    Path config = Files.writeString(folder.resolve("p.properties"), """
        tick=3s
        operations.a.methods=4
        operations.b.methods=4
        # c
        operations.c.methods=4
        operations.d.methods=4
        """);
    Path rules = Files.writeString(
        folder.resolve("r.properties"), "\noperations.c.methods=3\noperations.b.methods=3\n");
    Config read = ConfigReader.read(
        "operations.a.methods=1,rules=" + rules + ",config=" + config,
        Map.of(
            "peertap.operations.b.methods", "2",
            "peertap.operations.a.methods", "2",
            "peertap.events.a.methods", " 2 "),
        Map.of(),
        MODULES,
        SUBJECTS);
    assertThat(read.problems()).isEmpty();
    assertThat(read.rules().with(read.rules().file().read().rules()))
        .containsExactly(
            new Setting("operations.a.methods", "1", "agent argument"),
            new Setting("events.a.methods", "2", "system property"),
            new Setting("operations.b.methods", "2", "system property"),
            new Setting("operations.c.methods", "3", "file " + rules + ":2"),
            new Setting("operations.d.methods", "4", "file " + config + ":6"));
  }

  @Test
  void rule_withoutValueOrTwice_isOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("p.properties"), """
        operations.a.methods=1
        operations.b.methods=
        operations.a.methods=2
        tick=1s
        tick=2s
        """);
    Config config = args("events.c.methods=,config=" + file);
    assertThat(config.times().tick()).isEqualTo(Duration.ofSeconds(2));
    assertThat(rules(config))
        .containsExactly(new Setting("operations.a.methods", "2", "file " + file + ":3"));
    assertThat(config.problems())
        .containsExactly(
            "peertap: rule events.c.methods (agent argument) has no value and is ignored;"
                + " write events.c.methods = value, or take it out",
            "peertap: rule operations.b.methods (file " + file + ":2) has no value and is ignored;"
                + " write operations.b.methods = value, or take it out",
            "peertap: rule operations.a.methods (file " + file
                + ":3) is given twice, first in file " + file
                + ":1; the last one counts, take one of them out",
            "peertap: option tick (file " + file + ":5) is given twice; the last one counts");
  }

  @Test
  void rule_inTheEnvironment_isToldToGoIntoAFile() {
    Config config = environment(Map.of(
        "PEERTAP_OPERATIONS_SIGNING_METHODS", "a.B#c",
        "PEERTAP_OPERATIONS_CONVENTIONS", "off"));
    assertThat(config.rules().conventions()).isFalse();
    assertThat(rules(config)).isEmpty();
    assertThat(config.problems())
        .containsExactly(
            "peertap: environment variable PEERTAP_OPERATIONS_SIGNING_METHODS is ignored:"
                + " upper case and underscores cannot spell a rule; write it into a file and name that,"
                + " PEERTAP_RULES=<file> or rules=<file>");
  }

  @Test
  void givenOptions_areReadAlone() {
    Config config = ConfigReader.given(
        "command line",
        Map.of("operations.a.methods", "x.Y#z", "operations.conventions", "maybe"),
        MODULES,
        SUBJECTS);
    assertThat(rules(config))
        .containsExactly(new Setting("operations.a.methods", "x.Y#z", "command line"));
    assertThat(config.problems())
        .containsExactly(
            "peertap: option operations.conventions=maybe (command line) is not accepted:"
                + " true or false, on or off; using true");
  }

  private static List<Setting> rules(Config config) {
    return config.rules().with(List.of());
  }

  private static Config args(String args) {
    return ConfigReader.read(args, Map.of(), Map.of(), MODULES, SUBJECTS);
  }

  private static Config environment(Map<String, String> environment) {
    return ConfigReader.read(null, Map.of(), environment, MODULES, SUBJECTS);
  }
}
