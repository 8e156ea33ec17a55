package io.peertap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {

  private static final String LIBRARIES = "lib/";

  @TempDir
  Path folder;

  /** Stored as in the agent's jar, deflated as in one that somebody has packed anew. */
  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void givesBackWhatWasPut(int method) throws IOException {
    Map<String, byte[]> contents = contents();
    Pack pack = Pack.open(jar(method, PackWriter.pack(directory(contents), LIBRARIES)));

    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      assertThat(pack.find(content.getKey())).as(content.getKey()).isEqualTo(content.getValue());
    }
  }

  @Test
  void knowsNothingElse() throws IOException {
    Pack pack = Pack.open(jar(ZipEntry.STORED, PackWriter.pack(directory(contents()), LIBRARIES)));

    assertThat("AaAa").hasSameHashCodeAs("BBAa");
    for (String name : new String[] {"", "A", "own", "own/", "AaBB", "lib/zeros.clas"}) {
      assertThat(pack.find(name)).as(name).isNull();
    }
  }

  @Test
  void deflatesOnlyLibraries() throws IOException {
    byte[] zeros = new byte[10_000];
    Path directory = directory(Map.of("own", zeros, "lib/zeros", zeros));

    assertThat(PackWriter.pack(directory, LIBRARIES)).hasSizeBetween(10_000, 11_000);
  }

  @Test
  void isTheSameEachTime() throws IOException {
    Path directory = directory(contents());

    assertThat(PackWriter.pack(directory, LIBRARIES))
        .isEqualTo(PackWriter.pack(directory, LIBRARIES));
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Path jar = folder.resolve("empty.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("other"));
    }

    assertThatThrownBy(() -> Pack.open(jar.toFile()))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("empty.jar", Pack.ENTRY);
  }

  /** Names with one hash code, contents that deflating shortens and such that it does not. */
  private static Map<String, byte[]> contents() {
    Random random = new Random(1);
    byte[] noise = new byte[20_000];
    random.nextBytes(noise);
    Map<String, byte[]> contents = new TreeMap<>();
    contents.put("AaAa", new byte[] {1});
    contents.put("BBBB", new byte[] {2});
    contents.put("BBAa", new byte[] {3});
    contents.put("own/empty", new byte[0]);
    contents.put("own/noise.class", noise);
    contents.put("lib/empty", new byte[0]);
    contents.put("lib/noise.class", noise);
    contents.put("lib/zeros.class", new byte[20_000]);
    for (int i = 0; i < 100; i++) {
      contents.put("own/" + random.nextInt(), new byte[] {(byte) i});
    }
    return contents;
  }

  private Path directory(Map<String, byte[]> contents) throws IOException {
    Path directory = folder.resolve("contents");
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      Path file = directory.resolve(content.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, content.getValue());
    }
    return directory;
  }

  private File jar(int method, byte[] pack) throws IOException {
    ZipEntry entry = new ZipEntry(Pack.ENTRY);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      CRC32 sum = new CRC32();
      sum.update(pack);
      entry.setSize(pack.length);
      entry.setCrc(sum.getValue());
    }
    Path jar = folder.resolve("agent.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(entry);
      out.write(pack);
    }
    return jar.toFile();
  }
}
