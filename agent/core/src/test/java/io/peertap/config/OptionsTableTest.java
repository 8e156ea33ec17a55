package io.peertap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTableTest {

  private static final List<String> MODULES = List.of("netty");

  @Test
  void everyDefault_isAccepted() {
    for (Option option : Options.all(MODULES)) {
      if (!option.fallback().isEmpty()) {
        assertThat(Values.parse(option, option.fallback())).as(option.key()).isNotNull();
      }
    }
  }

  @Test
  void keysAndVariables_areUnique() {
    Set<String> names = new HashSet<>();
    for (Option option : Options.all(MODULES)) {
      assertThat(names.add(option.key())).as(option.key()).isTrue();
      assertThat(names.add(option.variable())).as(option.variable()).isTrue();
    }
  }

  @Test
  void text_showsKeyDefaultMeaningAndRange() {
    assertThat(OptionsTable.text(MODULES)).contains("""
        tick = 5s
            How often counts are brought in and vanished connections are looked for.
            Takes a duration (500ms, 30s, 5m, 2h, 7d) from 1s to 1h. Since 0.1.0.
        """).endsWith("""
        netty.enabled = true
            false: no hooks into netty.
            Takes true or false, on or off. Since 0.1.0.
        """);
  }

  @Test
  void markdown_hasOneRowPerOption() {
    String markdown = OptionsTable.markdown(MODULES);
    assertThat(markdown.lines()).hasSize(2 + Options.all(MODULES).size());
    assertThat(markdown)
        .contains(
            "\n| `host` | a name or an address | `127.0.0.1` | Address to listen on; one that others can reach"
                + " needs a token or insecure=true. | 0.1.0 |\n")
        .contains("\n| `port.file` | a path |  | File that receives the port in use. | 0.1.0 |\n");
  }
}
