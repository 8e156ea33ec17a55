package io.peertap.operations.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.InProcessAgent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
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

    write(STRIKE + MELT);
    await(() -> answer("operations").contains("\"operations.melt\""));
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
    write("operations.order.methods = " + MINT + "#order(*)\n");
    await(() -> answer("operations").contains("\"operations.order\""));
    FutureTask<String> reply = new FutureTask<>(() -> "done");
    mint.order(reply);
    assertThat(answer("operations"))
        .contains("\"running\":[{\"operation\":\"order\",\"kind\":\"none\",\"ageSeconds\":");

    reply.run();
    long begin = System.nanoTime();
    await(() -> answer("operations").contains("\"running\":[]"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    assertThat(agent
            .scrape()
            .sum("operations_completed_total", "operation", "order", "outcome", "success"))
        .isEqualTo(1);
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

  private static void await(Callable<Boolean> done) {
    Awaitility.await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(done);
  }
}
