package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the agent wove into classes is gone when it has left. Another agent looks. */
class OriginalBytesTest {

  private static final List<String> HOOKED = List.of(
      "io.netty.channel.DefaultChannelPipeline$HeadContext",
      "io.netty.channel.ChannelOutboundBuffer",
      "io.netty.bootstrap.Bootstrap",
      "io.netty.resolver.AbstractAddressResolver");

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void comeBackAfterAnAttachedAgent(Jdk jdk) throws IOException {
    Echo echo = Echo.of(jvm(jdk).start(NettyEcho.class));
    Map<String, byte[]> before = bytes(echo.jvm());
    echo.jvm().attach();
    Map<String, byte[]> woven = bytes(echo.talk().jvm());

    echo.jvm().detach();

    Map<String, byte[]> after = bytes(echo.talk().jvm());
    for (String name : HOOKED) {
      assertThat(woven.get(name)).as(name).isNotEqualTo(before.get(name));
      assertOriginal(name, after.get(name), before.get(name));
    }
    assertThat(bytes(echo.jvm()))
        .as("still a class that others can retransform")
        .hasSize(4);
    echo.end();
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void comeBackAfterAnAgentFromTheStart(Jdk jdk) throws IOException {
    Echo echo = Echo.of(jvm(jdk).agentOnAnyPort().start(NettyEcho.class));

    echo.jvm().detach();

    Map<String, byte[]> after = bytes(echo.talk().jvm());
    for (String name : HOOKED) {
      assertOriginal(name, after.get(name), inTheJar(name));
    }
    echo.end();
  }

  private static void assertOriginal(String name, byte[] found, byte[] original) {
    assertThat(Arrays.equals(found, original)).as(name + " has its own bytes").isTrue();
  }

  private Jvm jvm(Jdk jdk) {
    return jvms.jvm(jdk).flags("-XX:+EnableDynamicAgentLoading");
  }

  private Map<String, byte[]> bytes(RunningJvm jvm) throws IOException {
    Path directory = Files.createTempDirectory(jvms.folder(), "bytes");
    Path witness = Artifacts.witness(directory);
    jvm.attach(witness, directory + "," + String.join(" ", HOOKED));
    Map<String, byte[]> found = new TreeMap<>();
    for (String name : HOOKED) {
      found.put(name, Files.readAllBytes(directory.resolve(name)));
    }
    return found;
  }

  private static byte[] inTheJar(String name) throws IOException {
    return ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")
        .readAllBytes();
  }
}
