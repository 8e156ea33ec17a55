package io.peertap.operations.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Signer, com.acme.Signer, true",
    "com.acme.Signer, com.acme.Signers, false",
    "com.acme.*, com.acme.Signer, true",
    "com.acme.*, com.acme.Signer$Inner, true",
    "com.acme.*, com.acme.tss.Signer, false",
    "com.acme.**, com.acme.tss.Signer, true",
    "com.acme.**.*Signer, com.acme.tss.a.FastSigner, true",
    "com.acme.**.*Signer, com.acme.FastSigner, true",
    "com.acme.**.*Signer, com.acme.tss.Signers, false",
    "**.Signer, com.acme.Signer, true",
    "**.Signer, Signer, true",
    "**.Signer, com.acme.MySigner, false",
    "**Signer, com.acme.MySigner, true",
    "com.acme.Si?ner, com.acme.Signer, true",
    "com?acme.Signer, com.acme.Signer, false",
    "com.acme.S*n*r, com.acme.Signer, true",
    "*, a.b, false",
    "**, a.b, true",
    "a.**.b.*, a.x.b.y.b.z, true",
    "a.**.b.*, a.x.b.y.c.z, false",
  })
  void matches(String glob, String name, boolean expected) {
    assertThat(Glob.of(glob).matches(name)).isEqualTo(expected);
  }

  @Test
  void agreesWithRegularExpressions_onRandomGlobs() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      String glob = text(random, "ab.*?", 8);
      String name = text(random, "ab.", 8);
      assertThat(Glob.of(glob).matches(name))
          .as("%s on %s", glob, name)
          .isEqualTo(Pattern.matches(regex(glob), name));
    }
  }

  @Test
  void manyWildcards_takeNoTimeToSpeakOf() {
    String name = "a".repeat(2000) + ".b";
    long start = System.nanoTime();
    assertThat(Glob.of("*a".repeat(200) + "c").matches(name)).isFalse();
    assertThat(Glob.of("**a".repeat(200) + "c").matches(name)).isFalse();
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  private static String text(Random random, String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**", i)) {
        boolean packages = glob.startsWith("**.", i) && (i == 0 || glob.charAt(i - 1) == '.');
        regex.append(packages ? "(?:.*\\.)?" : ".*");
        i += packages ? 2 : 1;
      } else {
        regex.append(c == '*' ? "[^.]*" : c == '?' ? "[^.]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}
