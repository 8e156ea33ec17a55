package io.peertap.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the files that options name; what cannot be read is told by exception, in words. */
final class ConfigFile {

  private static final long MAX_BYTES = 1 << 20;

  private ConfigFile() {}

  static List<PropertyLine> properties(Path file) throws IOException {
    return PropertyLines.parse(text(file));
  }

  /** Of a file that is text beyond doubt: what is guessed at could be a rule that nobody wrote. */
  static List<PropertyLine> strictProperties(Path file) throws IOException {
    return PropertyLines.parse(strictText(file));
  }

  static String strictText(Path file) throws IOException {
    byte[] bytes = checked(file);
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return withoutMark(text);
      }
    } catch (CharacterCodingException e) {
      // Told below, as binary files are.
    }
    throw new IOException("it is not a text file in UTF-8");
  }

  static String secret(Path file) throws IOException {
    String secret = text(file).trim();
    if (secret.isEmpty()) {
      throw new IOException("it is empty");
    }
    return secret;
  }

  private static String text(Path file) throws IOException {
    return withoutMark(new String(checked(file), StandardCharsets.UTF_8));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Regular files of sensible size only: reading a pipe or a device could hold up the host's start. */
  private static byte[] checked(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("there is no such file");
    }
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      throw new IOException("it is not a regular file of at most 1 MiB");
    }
    return bytes(file);
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("reading it fails", e);
    }
  }
}
