package io.peertap.operations.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.operations.result.Signing;
import io.peertap.test.InProcessAgent;
import io.peertap.weaver.HookState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rules file that changes, and the agent's answers about rules, in one JVM with the application. */
class ReloadTest {

  private static final String MINT = Mint.class.getName();
  private static final String STRIKE = "operations.strike.methods = " + MINT + "#strike(int)\n";
  private static final String MELT = "operations.melt.methods = " + MINT + "#melt\n";

  @TempDir
  Path folder;

  private final Mint mint = new Mint();
  private Path rules;
  private InProcessAgent agent;

  @BeforeEach
  void start() throws IOException {
    rules = Files.writeString(folder.resolve("rules.properties"), STRIKE);
    agent =
        InProcessAgent.start("operations.conventions=off,rules.reload=on,tick=1s,rules=" + rules);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void ruleThatComesAndGoes_countsWhileItIsThere() throws Exception {
    mint.strike(1);
    mint.melt(1);
    assertThat(started("strike")).isEqualTo(1);
    assertThat(started("melt")).isZero();

    change(STRIKE + MELT, 1);
    mint.strike(1);
    mint.melt(1);
    assertThat(started("strike")).isEqualTo(2);
    assertThat(started("melt")).isEqualTo(1);

    write(MELT);
    await(() -> !answer("operations").contains("\"operations.strike\""));
    mint.strike(1);
    mint.melt(1);
    assertThat(started("strike")).isEqualTo(2);
    assertThat(started("melt")).isEqualTo(2);
  }

  @Test
  void brokenLineAndUnreadableFile_areToldAndTheRestHolds() throws Exception {
    write(STRIKE + "operations.melt.methods =\n");
    await(() -> answer("config")
        .contains(
            "rule operations.melt.methods (file " + rules + ":2) has no value and is ignored"));
    mint.strike(1);
    assertThat(started("strike")).isEqualTo(1);

    Files.delete(rules);
    await(() -> answer("config").contains("there is no such file; the rules in force stay"));
    mint.strike(1);
    assertThat(started("strike")).isEqualTo(2);

    write(STRIKE + MELT);
    await(() -> answer("operations").contains("\"operations.melt\""));
    assertThat(answer("config")).contains("\"problems\":[]");
  }

  @Test
  void resultThatCannotCallBack_isAskedFor() throws Exception {
    change("operations.order.methods = " + MINT + "#order(*)\n", 1);
    FutureTask<String> reply = new FutureTask<>(() -> "done");
    assertThat(mint.order(reply)).isSameAs(reply);
    assertThat(answer("operations"))
        .contains("\"running\":[{\"operation\":\"order\",\"kind\":\"none\",\"ageSeconds\":");

    reply.run();
    await(() -> answer("operations").contains("\"running\":[]"));
    assertThat(agent
            .scrape()
            .sum("operations_completed_total", "operation", "order", "outcome", "success"))
        .isEqualTo(1);
  }

  @Test
  void whatIsUnderWay_endsAsTheRuleSaidThatItBeganWith() throws Exception {
    String changing = "operations.promise.methods = " + MINT + "#promise\n"
        + "operations.promise.key = arg0\n"
        + "operations.promise.ends.methods = " + Customer.class.getName() + "#served\n"
        + "operations.promise.ends.key = this\n"
        + "operations.sign.methods = " + Signing.class.getName() + "#sign\n";
    Signing signing = new Signing();
    Customer first = new Customer();
    Customer second = new Customer();
    change(changing, 3);
    mint.promise(first);
    CompletableDeferred<String> share = CompletableDeferredKt.CompletableDeferred(null);
    Signature signature = new Signature();
    signing.sign("message ", share, signature);
    assertThat(agent.scrape().sum("operations_active")).isEqualTo(2);

    change(
        changing
            + "operations.promise.failed = throws IllegalStateException\n"
            + "operations.sign.failed = throws IllegalStateException\n",
        3);
    mint.promise(second);
    assertThat(started("promise")).isEqualTo(2);
    first.served();
    share.complete("signed");
    assertThat(signature.result).isEqualTo("message signed");
    assertThat(succeeded("promise")).isEqualTo(1);
    assertThat(succeeded("sign")).isEqualTo(1);

    write(STRIKE);
    await(() -> {
      System.gc();
      return answer("operations").contains("\"running\":[]");
    });
    second.served();
    assertThat(agent.scrape().sum("operations_completed_total")).isEqualTo(2);
  }

  /** Waits for a signature. */
  private static final class Signature implements Continuation<String> {
    private volatile Object result;

    @Override
    public CoroutineContext getContext() {
      return EmptyCoroutineContext.INSTANCE;
    }

    @Override
    public void resumeWith(Object signed) {
      result = signed;
    }
  }

  private double succeeded(String operation) {
    return agent
        .scrape()
        .sum("operations_completed_total", "operation", operation, "outcome", "success");
  }

  private double started(String operation) {
    return agent.scrape().sum("operations_started_total", "operation", operation);
  }

  private String answer(String what) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + agent.agent().port() + "/api/v1/" + what);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }

  private void write(String text) throws IOException {
    Files.writeString(rules, text);
  }

  /** Writes rules, and returns when so many methods have taps that they had not. */
  private void change(String text, int methods) throws IOException {
    List<HookState> before = agent.hooks();
    write(text);
    await(() -> agent.hooks().stream()
            .filter(hook -> hook.state() == HookState.State.ACTIVE && !before.contains(hook))
            .count()
        == methods);
    agent.agent().weaveLoaded(); // Waits for the classes that are being redefined.
  }

  private static void await(Callable<Boolean> done) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(done);
  }
}
