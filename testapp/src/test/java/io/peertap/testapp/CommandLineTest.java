package io.peertap.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.faults.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to those who mistype. */
class CommandLineTest {

  private static final PrintStream ERR = System.err;
  private static final PrintStream OUT = System.out;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setErr(stream);
    System.setOut(stream);
  }

  @AfterEach
  void restore() {
    System.setErr(ERR);
    System.setOut(OUT);
  }

  @ParameterizedTest
  @CsvSource({
    "--nodes=many, '''--nodes'': ''many'' is not a whole number from 2 to 100'",
    "--nodes=1, '''--nodes'': ''1'' is not a whole number from 2 to 100'",
    "--seconds=-1, '''--seconds'': ''-1'' is not a whole number from 0 to 604800'",
    "--quiet-seconds=x, '''--quiet-seconds'': ''x'' is not a whole number from 0 to 604800'",
    "--members=9, '''--members'': ''9'' is not a whole number from 0 to 8'",
    "--faults=silent-member+bad, '''--faults'': ''silent-member+bad'' is not a fault (accepted: silent-member,'",
    "'--faults=late-leader,bad', '''--faults'': ''bad'' is not a fault (accepted: silent-member,'",
    "--port=65536, '''--port'': ''65536'' is not a whole number from 0 to 65535'",
    "--truth=/dev/null, '''--truth'': ''/dev/null'' is not a directory to write to'",
    "--knots, 'Unknown option: ''--knots'' (accepted: --nodes, --seconds,'",
    "five, '''five'' (accepted: --nodes, --seconds,'",
  })
  void refusesInOneLine(String argument, String reason) {
    assertThat(Main.run(argument)).isEqualTo(2);
    assertThat(output()).startsWith("testapp: ").contains(reason).hasLineCount(1);
  }

  @Test
  void explainsItself() {
    assertThat(Main.run("--help")).isZero();
    assertThat(output()).contains("--nodes", "--seconds", "--in-process", "--port", "--truth");
    assertThat(output()).contains("--quiet-seconds", "--members", "--faults");
    assertThat(output()).contains("not for real keys");
    assertThat(output().replaceAll("\\s+", " ")).contains(Fault.labels());
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
