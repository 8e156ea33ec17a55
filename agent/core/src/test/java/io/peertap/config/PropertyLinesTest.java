package io.peertap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyLinesTest {

  @Test
  void everySetting_hasTheLineOnWhichItBegins() {
    assertThat(PropertyLines.parse("# rules\n\na = 1\r\n  ! more\r\nb: \\\n   2, \\\n\t3\rc 4"))
        .containsExactly(
            new PropertyLine(3, "a", true, "1"),
            new PropertyLine(5, "b", true, "2, 3"),
            new PropertyLine(8, "c", false, "4"));
  }

  @Test
  void keyMayHoldSpacesInParentheses() {
    assertThat(PropertyLines.parse("wallet.rejected( too busy )=throws a.B\nx(y = 1"))
        .containsExactly(
            new PropertyLine(1, "wallet.rejected( too busy )", true, "throws a.B"),
            new PropertyLine(2, "x(y ", true, "1"));
  }

  @Test
  void valueKeepsSeparatorsAndSigns() {
    assertThat(PropertyLines.parse("m = a.B#c(int,a.D...), !a.B#e ! = : #"))
        .containsExactly(new PropertyLine(1, "m", true, "a.B#c(int,a.D...), !a.B#e ! = : #"));
  }

  @Test
  void brokenEscape_staysAsTyped() {
    assertThat(PropertyLines.parse("a=\\u12\nb=\\uxyz1\nc=x\\"))
        .containsExactly(
            new PropertyLine(1, "a", true, "\\u12"),
            new PropertyLine(2, "b", true, "\\uxyz1"),
            new PropertyLine(3, "c", true, "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a=1",
        "a=1\nb=2\n",
        "token abc==",
        "token",
        "token=",
        "a\\ b = c",
        "a\\:b\\=c:d",
        "a = C:\\\\dir\\\\file",
        "a = \\t1\\n2\\r3\\f4",
        "a = \\u00fc\\u20AC",
        "a = b \\\n  # no comment\n# a comment\nc=d",
        "a = b\\\\\nc = d",
        "  a   :   b   ",
        "a\tb",
        "= b",
        "#a=1\n!b=2\n \t#c=3",
        "a=1\\",
        "a=1\\\n\nb=2",
        "a=1\\\r\n 2\r\nb=3",
      })
  void readsWhatPropertiesReads(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    Map<Object, Object> expected = new HashMap<>();
    properties.forEach((key, value) -> expected.put(key, ((String) value).trim()));

    Map<Object, Object> read = new HashMap<>();
    List<PropertyLine> lines = PropertyLines.parse(text);
    lines.forEach(line -> read.put(line.key(), line.value()));

    assertThat(read).isEqualTo(expected);
  }
}
