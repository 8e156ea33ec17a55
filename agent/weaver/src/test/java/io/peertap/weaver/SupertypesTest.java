package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SupertypesTest {

  private final Compiled app = Compiled.source(
      17,
      "package above; class Base {} class Signer extends Base implements Runnable {"
          + " public void run() {} }");
  private long now = Long.MAX_VALUE; // Soon negative.
  private final Function<String, List<String>> above = new Supertypes(() -> now).of(app);

  @Test
  void whatWasRead_isNotReadAgain() {
    assertThat(above.apply("above.Signer")).containsExactly("above.Base", "java.lang.Runnable");
    app.hideResources();
    now += TimeUnit.DAYS.toNanos(1);

    assertThat(above.apply("above.Signer")).containsExactly("above.Base", "java.lang.Runnable");
    assertThat(app.resources()).containsExactly("above/Signer.class");
  }

  @Test
  void whatCouldNotBeRead_isAskedForAgainButNotAtOnce() {
    app.hideResources();
    assertThat(above.apply("above.Signer")).isNull();
    app.showResources();
    now += TimeUnit.MILLISECONDS.toNanos(999);

    assertThat(above.apply("above.Signer")).isNull();
    assertThat(app.resources()).hasSize(1);
    now += TimeUnit.MILLISECONDS.toNanos(1);

    assertThat(above.apply("above.Signer")).containsExactly("above.Base", "java.lang.Runnable");
    assertThat(app.resources()).hasSize(2);
  }

  @Test
  void unknownSupertype_endsTheSearchOnItsPath() {
    app.hideResources();

    assertThat(Supertypes.anyAbove(List.of("above.Signer"), above, "above.Base"::equals))
        .isFalse();
    assertThat(Supertypes.anyAbove(List.of("above.Signer"), above, "above.Signer"::equals))
        .isTrue();
  }
}
