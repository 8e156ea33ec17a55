package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.DialectText;
import io.peertap.test.RowLedger;
import io.peertap.testapp.Main;
import io.peertap.testapp.agent.drivers.Drivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every metric of the source documents appears under its name, with its type and labels, and moves:
 * by the test application and its faults, or by a small use of a real library.
 */
class DialectRowsTest {

  private static final Path REPORT = Path.of("target", "dialect-rows.md");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  private final RowLedger ledger = new RowLedger();

  @Test
  void everyMetricOfTheSourceDocuments_moves() throws Exception {
    RunningJvm testapp = jvms.jvm()
        .agentOnAnyPort("peers.families=all", "tick=1s", "rtt.interval=1s")
        .startHere(
            Main.class,
            "--in-process",
            "--nodes=3",
            "--seconds=0",
            "--faults=silent-member,invalid-share,invalid-result,busy-wallet,late-leader,"
                + "withheld-entry,lost-ping,slow-reader");
    DialectText before = DialectText.at(testapp.port());

    drive();
    awaitRows(RowLedger.TESTAPP, testapp, before);

    ledger.writeTo(REPORT);
    assertThat(testapp.scrape().sum("agent_errors_total")).isZero();
    assertThat(Files.readAllLines(REPORT)).hasSize(2 + 128);
    assertThat(ledger.still())
        .as("all move, but those of libp2p where that is not")
        .isEqualTo(Drivers.haveLibp2p() ? List.of() : ledger.missing(Drivers.LIBP2P));
  }

  private void drive() throws IOException {
    Path files = Files.createDirectory(jvms.folder().resolve("files"));
    RunningJvm drivers = jvms.jvm()
        .flags("-Xmx256m")
        .agentOnAnyPort(
            "peers.families=all",
            "tick=1s",
            "rtt.interval=1s",
            "storage.paths=" + files,
            "storage.interval=1s",
            "rules=" + rules())
        .startHere(Drivers.class, files.toString());
    for (String driver : ledger.named()) {
      if (!driver.equals(Drivers.LIBP2P) || Drivers.haveLibp2p()) {
        DialectText before = DialectText.at(drivers.port());
        drivers.tell(driver).awaitLines(1, Drivers.RUNS + driver);
        awaitRows(driver, drivers, before);
      }
    }
    assertThat(drivers.scrape().sum("agent_errors_total")).isZero();
  }

  private void awaitRows(String driver, RunningJvm jvm, DialectText before) {
    await(driver).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
      ledger.saw(driver, before, DialectText.at(jvm.port()));
      assertThat(ledger.missing(driver)).as("not moved by " + driver).isEmpty();
    });
  }

  private Path rules() throws IOException {
    String mirror = " = io.peertap.testapp.agent.drivers.Mirror#";
    return Files.write(
        jvms.folder().resolve("rules"),
        List.of(
            "resources.file.methods" + mirror + "fetch",
            "resources.file.bytes = result.length",
            "resources.file.peer = arg0",
            "events.located.methods" + mirror + "locate",
            "events.located.protocol = discovery",
            "events.probed.methods" + mirror + "probe",
            "events.probed.protocol = health",
            "events.verified.methods" + mirror + "verify",
            "events.verified.protocol = task",
            "events.stored.methods" + mirror + "store",
            "events.stored.protocol = resource"));
  }
}
