package io.peertap.operations.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.operations.Rules;
import io.peertap.operations.hosts.Job;
import io.peertap.operations.hosts.Signer;
import io.peertap.operations.hosts.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodPatternsTest {

  private static final String HOSTS = "io.peertap.operations.hosts.";

  private static List<String> chosen(String patterns, Class<?> type) {
    return Rules.chosen(Rules.of("operations.x.methods = " + patterns), type);
  }

  @Test
  void exactName_choosesEveryOverload() {
    assertThat(chosen(HOSTS + "Signer#sign", Signer.class))
        .containsExactly("sign(byte[])", "sign(java.util.List," + HOSTS + "Signer$Kind,long)");
  }

  @Test
  void wildcards_chooseByNamePrivateAndStaticToo() {
    assertThat(chosen("**.*Signer#sign*", Signer.class))
        .containsExactly(
            "sign(byte[])",
            "sign(java.util.List," + HOSTS + "Signer$Kind,long)",
            "signLater(java.lang.String)",
            "signs()",
            "signInSecret()");
  }

  @Test
  void classWithoutPackage_isTheSimpleNameInAnyPackage() {
    assertThat(chosen("Signer#signs", Signer.class)).containsExactly("signs()");
    assertThat(chosen("Inner#sign", Signer.Inner.class)).containsExactly("sign()");
    assertThat(chosen("Signer$Inner#sign", Signer.Inner.class)).containsExactly("sign()");
    assertThat(chosen("Signer#sign", Signer.Inner.class)).isEmpty();
  }

  @Test
  void parameters() {
    assertThat(chosen("Signer#sign(byte[])", Signer.class)).containsExactly("sign(byte[])");
    assertThat(chosen("Signer#sign(java.util.List,..)", Signer.class)).hasSize(1);
    assertThat(chosen("Signer#sign(List,Kind,long)", Signer.class)).hasSize(1);
    assertThat(chosen("Signer#sign(List,*,*)", Signer.class)).hasSize(1);
    assertThat(chosen("Signer#sign(*)", Signer.class)).hasSize(2);
    assertThat(chosen("Signer#sign(*,..)", Signer.class)).hasSize(2);
    assertThat(chosen("Signer#sign(byte)", Signer.class)).isEmpty();
    assertThat(chosen("Signer#sign(List,Kind)", Signer.class)).isEmpty();
    assertThat(chosen("Signer#sign()", Signer.class)).isEmpty();
    assertThat(chosen("Signer#signs()", Signer.class)).containsExactly("signs()");
  }

  @Test
  void superTypes_howeverFarUp() {
    assertThat(chosen("implements " + HOSTS + "Job#execute", Signer.class))
        .containsExactly("execute(java.lang.String)");
    assertThat(chosen("extends Step#prepare", Signer.class)).containsExactly("prepare()");
    assertThat(chosen("implements java.lang.Runnable#execute", Signer.class)).isEmpty();
    assertThat(chosen("implements " + HOSTS + "Job#execute", Job.class)).isEmpty();
  }

  @Test
  void annotations_ofMethodsAndOfClasses() {
    assertThat(chosen("@" + HOSTS + "Traced", Step.class)).containsExactly("finish()");
    assertThat(chosen("@" + HOSTS + "Traced", Signer.class)).isEmpty();
    assertThat(chosen("@Traced#prep*", Signer.class)).containsExactly("prepare()");
    assertThat(chosen("@Traced#prep*", Step.class)).isEmpty();
  }

  @Test
  void exclusions() {
    assertThat(chosen("Signer#sign*, !Signer#sign(*), !Signer#signIn*", Signer.class))
        .containsExactly("signLater(java.lang.String)", "signs()");
    assertThat(chosen("**#sign*, !" + HOSTS + "*", Signer.class)).isEmpty();
    assertThat(chosen("Step#*, !@Traced", Step.class)).isEmpty();
  }

  @Test
  void neverChosen_abstractConstructorsBridgesAndInitialisers() {
    assertThat(chosen("Step#*", Step.class)).containsExactly("finish()");
    assertThat(chosen("Signer#execute", Signer.class)).hasSize(1); // And a bridge.
    assertThat(chosen("Signer#*", Signer.class)).noneMatch(method -> method.startsWith("<"));
  }
}
