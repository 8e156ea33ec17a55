package io.peertap.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Reads the files that options name; what cannot be read is told by exception, in words. */
final class ConfigFile {

  private static final long MAX_BYTES = 1 << 20;

  private ConfigFile() {}

  static void properties(Path file, Map<String, String> into) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(file)));
    } catch (IllegalArgumentException e) {
      throw new IOException("it is not a properties file: " + e.getMessage(), e);
    }
    for (Map.Entry<Object, Object> entry : properties.entrySet()) {
      into.put((String) entry.getKey(), ((String) entry.getValue()).trim());
    }
  }

  static String secret(Path file) throws IOException {
    String secret = text(file).trim();
    if (secret.isEmpty()) {
      throw new IOException("it is empty");
    }
    return secret;
  }

  /** Regular files of sensible size only: reading a pipe or a device could hold up the host's start. */
  private static String text(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("there is no such file");
    }
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      throw new IOException("it is not a regular file of at most 1 MiB");
    }
    String text = new String(bytes(file), StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("reading it fails", e);
    }
  }
}
