package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.SelfSigned;
import io.peertap.testapp.agent.hosts.LateTrust;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts go over TLS to whom the JVM trusts, and to nobody else. */
class SecureDeliveryTest {

  /** One that always fires. */
  private static final String RULE = """
      groups:
        - name: own
          rules:
            - alert: Runs
              expr: peertap_agent_info == 1
      """;

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  private SelfSigned identity;
  private Path trusted;
  private Path rule;

  @BeforeEach
  void write() throws Exception {
    identity = SelfSigned.create();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("receiver", identity.certificate());
    trusted = jvms.folder().resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(trusted)) {
      store.store(out, SelfSigned.PASSWORD.toCharArray());
    }
    rule = Files.writeString(jvms.folder().resolve("own.yml"), RULE);
  }

  @Test
  void aCertificateForAnotherHost_getsNoAlerts() throws Exception {
    try (Receiver receiver = new Receiver("127.0.0.1", identity);
        Receiver other = new Receiver("127.0.0.2", identity)) {
      RunningJvm host = jvms.jvm()
          .flags(
              "-Djavax.net.ssl.trustStore=" + trusted,
              "-Djavax.net.ssl.trustStorePassword=" + SelfSigned.PASSWORD)
          .agentOnAnyPort(options(receiver.url() + ' ' + other.url(), receiver.url()))
          .start(LateTrust.class);

      patiently().untilAsserted(() -> {
        assertThat(receiver.paths()).contains("/api/v2/alerts", "/hook");
        assertThat(told(host))
            .containsExactly("peertap: the alertmanager at " + other.url()
                + " cannot be told of alerts: its certificate is not accepted: No subject"
                + " alternative names matching IP address 127.0.0.2 found; trying again after 1 s to"
                + " 60 s; check the option alerts.alertmanager");
      });
      assertThat(other.paths()).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodySigned_getsNoAlerts_untilTheApplicationTrustsIt() throws Exception {
    try (Receiver receiver = new Receiver("127.0.0.1", identity)) {
      RunningJvm host =
          jvms.jvm().agentOnAnyPort(options(receiver.url(), receiver.url())).start(LateTrust.class);

      patiently()
          .untilAsserted(() -> assertThat(told(host))
              .containsExactlyInAnyOrder(
                  untrusted("alertmanager", receiver), untrusted("webhook", receiver)));
      assertThat(receiver.paths()).isEmpty();

      // The agent has spoken TLS by now, and has settled nothing for the application.
      host.tell(trusted.toString())
          .tell(SelfSigned.PASSWORD)
          .tell(Integer.toString(receiver.port()))
          .awaitLines(1, LateTrust.TRUSTS);
      patiently()
          .untilAsserted(() -> assertThat(receiver.paths()).contains("/api/v2/alerts", "/hook"));
      assertThat(host.scrape().sum("agent_errors_total")).isZero();
    }
  }

  private String[] options(String alertmanagers, String hook) {
    return new String[] {
      "alerts.interval=1s",
      "alerts.resend=1s",
      "alerts.rules=" + rule,
      "alerts.alertmanager=" + alertmanagers,
      "alerts.webhook=" + hook + "/hook"
    };
  }

  private static String untrusted(String receiver, Receiver at) {
    return "peertap: the " + receiver + " at " + at.url() + " cannot be told of alerts: its"
        + " certificate is signed by nobody whom this JVM trusts (-Djavax.net.ssl.trustStore names a"
        + " file of those); trying again after 1 s to 60 s; check the option alerts." + receiver;
  }

  private static List<String> told(RunningJvm host) {
    return host.agentLines().stream()
        .filter(line -> line.contains(" cannot be told of alerts: "))
        .toList();
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(100));
  }
}
