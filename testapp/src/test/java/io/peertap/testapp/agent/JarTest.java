package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in the jar, and what it does when it is run. */
class JarTest {

  private static final String VISIBLE =
      "io/peertap/(Premain|AgentLoader|Pack|Resource|Main)(\\$.+)?\\.class";
  private static final String HIDDEN = "peertap/classes.pack";
  private static final String MANIFEST = "META-INF/(MANIFEST\\.MF|LICENSE|NOTICE)";
  private static final int JAVA_8 = 52;
  private static final int CLASS_FILE = 0xCAFEBABE;

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void showsAHandfulOfClassesAndHidesTheRest() throws IOException {
    List<String> files = names().stream().filter(name -> !name.endsWith("/")).toList();

    assertThat(files)
        .allMatch(name -> name.matches(VISIBLE) || name.equals(HIDDEN) || name.matches(MANIFEST));
    assertThat(files.stream().filter(name -> name.endsWith(".class")))
        .contains("io/peertap/Premain.class", "io/peertap/AgentLoader.class")
        .allMatch(name -> name.matches(VISIBLE));
    assertThat(files).contains(HIDDEN, "META-INF/LICENSE").doesNotHaveDuplicates();
  }

  @Test
  void hidesClassesOfOneNamespaceOnly() throws IOException {
    assertThat(hidden().stream().filter(name -> name.endsWith(".class")))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("io/peertap/"));
  }

  /** So that an older JVM runs them and prints a line for people. */
  @Test
  void visibleClassesAreOfJava8() throws IOException {
    try (JarFile jar = new JarFile(Artifacts.agent().toFile())) {
      for (String name : names()) {
        if (name.endsWith(".class")) {
          assertThat(version(jar, name)).as(name).isEqualTo(JAVA_8);
        }
      }
    }
  }

  @Test
  void namesItsEntries() throws IOException {
    try (JarFile jar = new JarFile(Artifacts.agent().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).isEqualTo("io.peertap.Premain");
      assertThat(manifest.getValue("Agent-Class")).isEqualTo("io.peertap.Premain");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Boot-Class-Path"))
          .as("would turn sharing off")
          .isNull();
      assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
    }
  }

  @Test
  void printsOptions() throws IOException {
    RunningJvm run = run("options");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("port = 7337", "token.file", "peers.max = 128", "netty.enabled");
  }

  @Test
  void printsMetrics() throws IOException {
    for (String format : List.of("text", "json", "markdown")) {
      RunningJvm run = run("metrics", "--format=" + format);

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains("peertap_connections", "histogram", "peertap_peer_rtt_seconds");
    }
  }

  @Test
  void printsItsVersion() throws IOException {
    RunningJvm run = run("version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("\\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void explainsItself() throws IOException {
    RunningJvm help = run("help");
    RunningJvm nothing = run();

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("-javaagent:peertap.jar", "options", "version");
    assertThat(nothing.exitCode()).isZero();
    assertThat(nothing.out()).isEqualTo(help.out());
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    RunningJvm run = run("nonsense");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("nonsense", "options", "help");
  }

  private RunningJvm run(String... arguments) throws IOException {
    return jvms.jvm().runJar(Artifacts.agent(), arguments);
  }

  private static List<String> names() throws IOException {
    try (JarFile jar = new JarFile(Artifacts.agent().toFile())) {
      List<String> names = new ArrayList<>();
      jar.stream().map(JarEntry::getName).forEach(names::add);
      return names;
    }
  }

  /** The names in the pack: behind the index, which tells where each stands. */
  private static List<String> hidden() throws IOException {
    try (JarFile jar = new JarFile(Artifacts.agent().toFile());
        InputStream in = jar.getInputStream(jar.getEntry(HIDDEN))) {
      ByteBuffer pack = ByteBuffer.wrap(in.readAllBytes());
      int rows = pack.getInt();
      List<String> names = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        int position = pack.getInt(4 + 12 * row + 4);
        byte[] name = new byte[pack.getInt(position + 4)];
        pack.get(position + 8, name);
        names.add(new String(name, StandardCharsets.UTF_8));
      }
      return names;
    }
  }

  private static int version(JarFile jar, String name) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(jar.getEntry(name)))) {
      assertThat(in.readInt()).isEqualTo(CLASS_FILE);
      assertThat(in.readUnsignedShort()).as("minor version").isZero();
      return in.readUnsignedShort();
    }
  }
}
