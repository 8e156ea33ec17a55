package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

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
    for (String[] asked :
        new String[][] {{}, {"help"}, {"--help"}, {"-h"}, {"explain", "--help"}}) {
      out.reset();
      assertThat(CommandLine.run(asked, "1.2")).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("explain [--rules <file>] [--option key=value]... <jar or directory>...")
          .contains("Exit codes: 0; 1 if explain finds a problem");
    }
  }

  @Test
  void commandsAreReached() {
    assertThat(CommandLine.run(new String[] {"version"}, "1.2")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1.2" + System.lineSeparator());
    assertThat(CommandLine.run(new String[] {"options"}, "1.2")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("sample.enabled = true");
    assertThat(CommandLine.run(new String[] {"explain", "/no/such.jar"}, "1.2")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("peertap: there is no jar or directory /no/such.jar\n");
  }

  @Test
  void unknownCommand_isOneLine() {
    assertThat(CommandLine.run(new String[] {"explane"}, "1.2")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("peertap: there is no command explane; there are options,"
            + " explain, version and help\n");
  }
}
