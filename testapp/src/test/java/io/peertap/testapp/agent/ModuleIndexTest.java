package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the jar knows of its modules without loading them is what they say themselves. */
class ModuleIndexTest {

  private static final String API = "io.peertap.api.";
  private static final String SERVICES = "META-INF/services/" + API + "Instrumentation";
  private static final String INDEX = "io/peertap/runtime/modules.index";

  private URLClassLoader jar;
  private ClassLoader hidden;

  @BeforeEach
  void open() throws Exception {
    URL agent = Artifacts.agent().toUri().toURL();
    jar = new URLClassLoader(new URL[] {agent}, ClassLoader.getPlatformClassLoader());
    Method open = jar.loadClass("io.peertap.AgentLoader").getDeclaredMethod("open");
    open.setAccessible(true);
    hidden = (ClassLoader) open.invoke(null);
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void index_hasWhatEveryModuleOfTheJarSays() throws Exception {
    List<String> said = new ArrayList<>();
    for (String type : lines(SERVICES)) {
      said.add(describe(hidden.loadClass(type).getConstructor().newInstance()));
    }

    assertThat(said).hasSizeGreaterThan(1);
    assertThat(lines(INDEX)).containsExactlyElementsOf(said);
  }

  private String describe(Object module) throws Exception {
    Class<?> rules = hidden.loadClass(API + "rule.RuleModule");
    List<?> subjects =
        rules.isInstance(module) ? (List<?>) rules.getMethod("subjects").invoke(module) : List.of();
    Set<String> simpleNames = new LinkedHashSet<>();
    for (Object hook : (List<?>) module.getClass().getMethod("hooks").invoke(module)) {
      String type = (String) hook.getClass().getMethod("type").invoke(hook);
      simpleNames.add(type.substring(type.lastIndexOf('.') + 1));
    }
    return module.getClass().getName()
        + '\t'
        + module.getClass().getMethod("name").invoke(module)
        + '\t'
        + rules.isInstance(module)
        + '\t'
        + String.join(" ", subjects.stream().map(Object::toString).toList())
        + '\t'
        + String.join(" ", simpleNames);
  }

  private List<String> lines(String resource) throws IOException {
    try (InputStream in = hidden.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
