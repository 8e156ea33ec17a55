package io.peertap;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

/** Makes a {@link Pack} of a directory. Runs when the jar is built, and is not part of it. */
final class PackWriter {

  private static final Comparator<Record> BY_HASH = Comparator.<Record>comparingInt(
          record -> record.name.hashCode())
      .thenComparing(record -> record.name);

  private PackWriter() {}

  private static final class Record {
    private final String name;
    private final byte[] bytes;

    Record(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }
  }

  /** Takes the directory, the file to write, and the directories within whose content is deflated. */
  public static void main(String[] args) throws IOException {
    Path file = Paths.get(args[1]).toAbsolutePath();
    Files.createDirectories(file.getParent());
    String[] deflated = Arrays.copyOfRange(args, 2, args.length);
    Files.write(file, pack(Paths.get(args[0]), deflated));
  }

  /**
   * What a directory's files make.
   *
   * @param deflated where names begin whose content is deflated: what is seldom needed, so that the
   *     rest is had at once
   */
  static byte[] pack(Path directory, String... deflated) throws IOException {
    List<Record> records = new ArrayList<>();
    for (Path file : files(directory)) {
      String name = directory.relativize(file).toString().replace('\\', '/');
      records.add(record(
          name, Files.readAllBytes(file), Arrays.stream(deflated).anyMatch(name::startsWith)));
    }
    records.sort(BY_HASH);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(records.size());
    int position = Pack.HEAD + Pack.ROW * records.size();
    for (Record record : records) {
      out.writeInt(record.name.hashCode());
      out.writeInt(position);
      out.writeInt(record.bytes.length);
      position += record.bytes.length;
    }
    for (Record record : records) {
      out.write(record.bytes);
    }
    return bytes.toByteArray();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }

  private static Record record(String name, byte[] content, boolean deflated) throws IOException {
    byte[] smaller = deflated ? deflate(content) : content;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    out.writeInt(content.length);
    out.writeInt(nameBytes.length);
    out.write(nameBytes);
    out.write(smaller.length < content.length ? smaller : content);
    return new Record(name, bytes.toByteArray());
  }

  private static byte[] deflate(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
