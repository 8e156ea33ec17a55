package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {

  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;
  private static final String SELF = "io.peertap.runtime.ExplainTest$";

  @TempDir
  Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(OUT);
    System.setErr(ERR);
  }

  /** To be found in jars; nobody loads it. */
  interface Work extends Runnable {}

  static final class Worker implements Work {
    @Override
    public void run() {}

    public int count(String of, byte[] in) {
      return of.length() + in.length;
    }

    public void Count() {}
  }

  static final class WarmGreeter {
    public void greet() {}
  }

  @Test
  void tellsWhatEveryRuleChooses() throws Exception {
    Path jar = jar("node.jar", Work.class, Worker.class, WarmGreeter.class);
    Path rules = Files.writeString(
        folder.resolve("rules.properties"),
        "calls.counts = " + SELF + "Worker#count\n\ncalls.works = *java.lang.Runnable#run\n");

    assertThat(run("--rules", rules.toString(), jar.toString())).isZero();
    assertThat(text(err)).isEmpty();
    assertThat(text(out)).isEqualTo("""
            calls.counts (file RULES:1)
              patterns: SELFWorker#count
              measures: calls
              SELFWorker#count(java.lang.String,byte[])

            calls.works (file RULES:3)
              patterns: *java.lang.Runnable#run
              measures: calls
              SELFWorker#run()

            calls.greeting (convention)
              patterns: *Greeter
              measures: greetings
              SELFWarmGreeter#greet()

            close, but not chosen:
              calls.counts: SELFWorker#Count() is spelt otherwise

            2 rules and conventions choose 3 methods from 3 classes
            """.replace("RULES", rules.toString()).replace("SELF", SELF));
  }

  @Test
  void tellsProblemsAndRulesThatChooseNothing() throws Exception {
    Path jar = jar("node.jar", Worker.class);
    assertThat(run(
            "--option",
            "calls.counts=a.B#c",
            "--option",
            "calls.broken = nonsense",
            "--option",
            "tickk=5s",
            "--rules",
            folder.resolve("missing").toString(),
            jar.toString()))
        .isEqualTo(1);
    assertThat(text(out))
        .isEqualTo("""
            calls.counts (command line)
              patterns: a.B#c
              measures: calls
              chooses nothing

            problems:
              option tickk (command line) is unknown and ignored; did you mean tick?
              option rules=MISSING (command line) cannot be read: there is no such file
              command line: calls.broken takes <class>#<method>

            1 rule and conventions choose 0 methods from 1 class; 1 rule chooses nothing
            """.replace("MISSING", folder.resolve("missing").toString()));
  }

  @Test
  void looksIntoJarsWithinJarsAndDirectories() throws Exception {
    Path inner = jar("inner.jar", Work.class);
    Path boot = folder.resolve("boot.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(boot))) {
      add(zip, "BOOT-INF/lib/inner.jar", Files.readAllBytes(inner));
      add(zip, "BOOT-INF/classes/" + resource(Worker.class), bytes(Worker.class));
      add(zip, "META-INF/versions/21/" + resource(Worker.class), new byte[] {1});
      add(zip, "module-info.class", new byte[] {1});
    }
    Path war = folder.resolve("app.war");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      add(zip, "WEB-INF/lib/boot.jar", Files.readAllBytes(boot));
    }
    Path target = Files.createDirectories(folder.resolve("target/lib"));
    Files.copy(war, target.resolve("app.war"));
    Files.write(folder.resolve("target/Loose.class"), bytes(WarmGreeter.class));

    for (Path path : List.of(boot, war, folder.resolve("target"))) {
      out.reset();
      assertThat(run("--option", "calls.works=*java.lang.Runnable#run", path.toString()))
          .as(path.toString())
          .isZero();
      assertThat(text(out)).contains("  " + SELF + "Worker#run()\n");
    }
    assertThat(text(out)).contains("  " + SELF + "WarmGreeter#greet()\n", "from 3 classes");
  }

  @Test
  void supertypes_areLookedForInAllPaths() throws Exception {
    Path first = jar("a.jar", Worker.class);
    Path second = jar("b.jar", Work.class);
    String rule = "calls.works=*" + SELF + "Work#run";
    assertThat(run("--option", rule, first.toString(), second.toString())).isZero();
    String above = "calls.works=*java.lang.Runnable#run";
    assertThat(run("--option", above, first.toString()))
        .as("without the interface")
        .isEqualTo(1);
    assertThat(run("--option", above, first.toString(), second.toString())).isZero();
  }

  @Test
  void brokenClassFiles_areCounted() throws Exception {
    Path jar = folder.resolve("broken.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      add(zip, "a/A.class", new byte[0]);
      add(zip, "a/B.class", "text".getBytes(StandardCharsets.UTF_8));
      add(zip, resource(Worker.class), bytes(Worker.class));
    }
    assertThat(run(jar.toString())).isEqualTo(1);
    assertThat(text(out))
        .isEqualTo("problems:\n  2 class files cannot be read and count as not there, first " + jar
            + "!a/A.class\n\n0 rules and conventions choose 0 methods from 1 class\n");
  }

  /** The class is under another name than any that this JVM could load. */
  @Test
  void noClassIsLoaded() throws Exception {
    String worker = (SELF + "Worker").replace('.', '/');
    String content = new String(bytes(Worker.class), StandardCharsets.ISO_8859_1);
    Path jar = folder.resolve("wanted.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      String renamed = content.replace(worker, worker.replace("Worker", "Absent"));
      add(zip, "any/Where.class", renamed.getBytes(StandardCharsets.ISO_8859_1));
    }
    assertThat(run("--option", "calls.c=" + SELF + "Absent#count", jar.toString()))
        .isZero();
    assertThat(text(out)).contains("  " + SELF + "Absent#count(java.lang.String,byte[])\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| missing required parameter: '<jar or directory>'; help explain tells what there is",
        "--rule x y.jar| unknown option: '--rule'; help explain tells what there is",
        "y.jar --rules| missing required parameter for option '--rules' (<file>); help explain tells"
            + " what there is",
        "--option x y.jar| value for option option '--option' (key=value) should be in KEY=VALUE"
            + " format but was x; help explain tells what there is",
        "/no/such.jar| there is no jar or directory /no/such.jar",
      })
  void wrongUse_isOneLine(String arguments, String told) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(text(err)).isEqualToNormalizingNewlines("peertap: " + told + "\n");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void fileThatIsNoJar_isOneLine() throws Exception {
    Path text = Files.writeString(folder.resolve("a.jar"), "text");
    assertThat(run(text.toString())).isEqualTo(2);
    assertThat(text(err))
        .startsWith("peertap: " + text + " is neither a directory nor a jar: ")
        .hasLineCount(1);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    return CommandLine.run(all.toArray(new String[0]), "1.2", "peertap.jar");
  }

  private static String text(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private Path jar(String name, Class<?>... classes) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> type : classes) {
        add(zip, resource(type), bytes(type));
      }
    }
    return jar;
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static String resource(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = ExplainTest.class.getClassLoader().getResourceAsStream(resource(type))) {
      return in.readAllBytes();
    }
  }
}
