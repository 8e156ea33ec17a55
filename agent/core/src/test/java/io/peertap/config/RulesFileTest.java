package io.peertap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesFileTest {

  private static final List<String> SUBJECTS = List.of("operations", "events");
  private static final String GOOD = "events.ok.methods = a.B#c\n";

  @TempDir
  Path folder;

  @Test
  void rulesComeInOrderWithFileAndLine() throws Exception {
    Path file = write("""
        # signing
        operations.signing.methods = com.acme.Signer#sign(*), \\
            !com.acme.Signer#signed
        ! and what is refused

        operations.wallet_action.rejected(busy): throws com.acme.BusyException
        """);

    assertThat(read(file))
        .isEqualTo(new RulesFile.Content(
            List.of(
                new Setting(
                    "operations.signing.methods",
                    "com.acme.Signer#sign(*), !com.acme.Signer#signed",
                    "file " + file + ":2"),
                new Setting(
                    "operations.wallet_action.rejected(busy)",
                    "throws com.acme.BusyException",
                    "file " + file + ":6")),
            List.of()));
  }

  @Test
  void emptyFile_hasNoRules() throws Exception {
    assertThat(read(write(""))).isEqualTo(new RulesFile.Content(List.of(), List.of()));
    assertThat(read(write("\uFEFF# only a comment")).problems()).isEmpty();
    assertThat(read(write("\uFEFF" + GOOD)).rules()).hasSize(1);
  }

  static Stream<Arguments> brokenLines() {
    String longKey = "x".repeat(50);
    return Stream.of(
        Arguments.of("operations.a.methods", withoutAssignment("operations.a.methods")),
        Arguments.of("operations.a.methods x.Y#z", withoutAssignment("operations.a.methods")),
        Arguments.of("operations.a b.methods = x.Y#z", withoutAssignment("operations.a")),
        Arguments.of("operations.a.methods =", withoutValue("operations.a.methods")),
        Arguments.of("operations.a.methods :   ", withoutValue("operations.a.methods")),
        Arguments.of("operations.a.methods = \\", withoutValue("operations.a.methods")),
        Arguments.of("= x.Y#z", noRule("")),
        Arguments.of("methods = x.Y#z", noRule("methods")),
        Arguments.of("operations = x.Y#z", noRule("operations")),
        Arguments.of(".operations.a = x", noRule(".operations.a")),
        Arguments.of("operation.a.methods = x.Y#z", noRule("operation.a.methods")),
        Arguments.of("Operations.a.methods = x.Y#z", noRule("Operations.a.methods")),
        Arguments.of("peertap.operations.a.methods = x", noRule("peertap.operations.a.methods")),
        Arguments.of("peertap", noRule("peertap")),
        Arguments.of("<rules>", noRule("<rules>")),
        Arguments.of("{\"operations.a.methods\": \"x\"}", noRule("{\"operations.a.methods\"")),
        Arguments.of("- operations.a.methods: x.Y#z", noRule("-")),
        Arguments.of("\"operations.a.methods\" = x.Y#z", noRule("\"operations.a.methods\"")),
        Arguments.of("// operations.a.methods = x.Y#z", noRule("//")),
        Arguments.of("x\\u0007\u001b[31m = 1", noRule("x??[31m")),
        Arguments.of(longKey + " = 1", noRule(longKey)),
        Arguments.of("token = s3cret", option("token")),
        Arguments.of("operations.conventions = off", option("operations.conventions")),
        Arguments.of("rules = other.properties", option("rules")));
  }

  /**
   * One line is broken.
   *
   * @param told with {@code PLACE} for file and line
   */
  @ParameterizedTest
  @MethodSource("brokenLines")
  void brokenLine_isToldOnceAndTheOthersHold(String line, String told) throws Exception {
    Path file = write("# first\n" + line + "\n\n" + GOOD);

    RulesFile.Content content = read(file);

    assertThat(content.problems())
        .containsExactly("peertap: " + told.replace("PLACE", "file " + file + ":2"));
    assertThat(content.rules()).extracting(Setting::key).containsExactly("events.ok.methods");
  }

  @Test
  void keyGivenTwice_isToldAndTheLastOneCounts() throws Exception {
    Path file = write("operations.a.methods=x.Y#z\n" + GOOD + "operations.a.methods=x.Y#w\n");

    RulesFile.Content content = read(file);

    assertThat(content.rules())
        .extracting(Setting::value, Setting::origin)
        .containsExactly(
            tuple("a.B#c", "file " + file + ":2"), tuple("x.Y#w", "file " + file + ":3"));
    assertThat(content.problems())
        .containsExactly("peertap: rule operations.a.methods (file " + file
            + ":3) is given twice, first in file " + file
            + ":1; the last one counts, take one of them out");
  }

  @Test
  void everyBrokenLineIsTold() throws Exception {
    RulesFile.Content content =
        read(write("a=1\noperations.b.methods\n" + GOOD + "operations.c.methods=\nd=2"));
    assertThat(content.problems()).hasSize(4);
    assertThat(content.rules()).hasSize(1);
  }

  @Test
  void binaryFile_isRefusedAsAWhole() throws Exception {
    assertRefused(bytes(new byte[] {'a', '=', 0, '\n'}), "it is not a text file in UTF-8");
    assertRefused(
        bytes((GOOD + "# K\u00fcche\n").getBytes(StandardCharsets.ISO_8859_1)),
        "it is not a text file in UTF-8");
    assertRefused(
        bytes((GOOD + "# K\n").getBytes(StandardCharsets.UTF_16LE)),
        "it is not a text file in UTF-8");
    assertRefused(
        bytes(new byte[] {'#', (byte) 0xe2, (byte) 0x82}), "it is not a text file in UTF-8");
    assertRefused(
        bytes(new byte[] {'#', (byte) 0xc0, (byte) 0xaf}), "it is not a text file in UTF-8");
    assertRefused(
        bytes(new byte[] {'P', 'K', 3, 4, (byte) 0xff, 0}), "it is not a text file in UTF-8");
  }

  @Test
  void whatIsNoSensibleFile_isRefused() throws Exception {
    String unfit = "it is not a regular file of at most 1 MiB";
    assertRefused(folder.resolve("missing"), "there is no such file");
    assertRefused(folder, unfit);
    assertRefused(write("#".repeat((1 << 20) + 1)), unfit);
    assertThat(read(write("#".repeat(1 << 20))).rules()).isEmpty();
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("option rules=" + file + " (agent argument) cannot be read: " + why);
  }

  private static String withoutAssignment(String key) {
    return "rule " + key + " (PLACE) has no '=' behind its key and is ignored; write " + key
        + " = value";
  }

  private static String withoutValue(String key) {
    return "rule " + key + " (PLACE) has no value and is ignored; write " + key
        + " = value, or take it out";
  }

  private static String noRule(String key) {
    return key + " (PLACE) is no rule and is ignored; a rule begins with operations, events";
  }

  private static String option(String key) {
    return key + " (PLACE) is no rule and is ignored; it is an option: give it as agent argument,"
        + " system property or in the file of config";
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("rules.properties"), text);
  }

  private Path bytes(byte[] content) throws IOException {
    return Files.write(folder.resolve("rules.properties"), content);
  }

  private static RulesFile.Content read(Path file) throws IOException {
    return ConfigReader.read("rules=" + file, Map.of(), Map.of(), List.of(), SUBJECTS)
        .rules()
        .file()
        .read();
  }
}
