package io.peertap.operations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.OperationsInstrumentation;
import io.peertap.operations.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written about rules is true. */
class DocumentTest {

  private String document;
  private String upstream;

  @BeforeEach
  void read() throws IOException {
    document = Files.readString(Path.of("../../agent/docs/operations.md"));
    upstream = Files.readString(Path.of("../../agent/docs/upstream.md"));
  }

  @Test
  void conventionsInTheDocument_areThoseOfTheCode() {
    StringBuilder table = new StringBuilder("```properties\n");
    for (RuleLine line : Conventions.lines()) {
      table.append(line.key()).append(" = ").append(line.value()).append('\n');
    }
    assertThat(document).contains(table.append("```\n"));
  }

  @Test
  void everyExample_isAccepted() {
    assertThat(examples(document)).hasSizeGreaterThan(5).allSatisfy(DocumentTest::isAccepted);
    assertThat(examples(upstream)).hasSize(1).allSatisfy(DocumentTest::isAccepted);
  }

  private static List<String> examples(String document) {
    List<String> examples = new ArrayList<>();
    int at = document.indexOf("```properties\n");
    while (at >= 0) {
      int begin = at + "```properties\n".length();
      int end = document.indexOf("```", begin);
      examples.add(document.substring(begin, end));
      at = document.indexOf("```properties\n", end);
    }
    return examples;
  }

  private static void isAccepted(String example) {
    List<String> problems = new ArrayList<>();
    String[] lines = example.lines().toArray(String[]::new);
    Rules.compile(new RuleSettings(false, false, 100), null, problems::add, lines);
    assertThat(problems).isEmpty();
  }

  @Test
  void everyKeyOfEverySubject_isInTheDocument() {
    assertThat(new OperationsInstrumentation().subjects()).isEqualTo(Subject.names());
    for (String subject : Subject.names()) {
      assertThat(document).contains('`' + subject + ".<");
      for (String key : Subject.KEYS.get(subject)) {
        String last = key.substring(key.indexOf('.') + 1);
        assertThat(document)
            .as(subject + '.' + key)
            .containsPattern("[`.]" + java.util.regex.Pattern.quote(last));
      }
    }
  }
}
