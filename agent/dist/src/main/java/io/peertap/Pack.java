package io.peertap;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

/**
 * The agent's own classes and resources, all of them in one entry of its jar: a JVM lists every entry
 * of an agent's jar before the agent begins, which for two thousand takes as long as the agent's start.
 *
 * <p>A pack is the number of its records; for each of them, in ascending order of the first, its
 * name's hash code, position and length; then the records. A record is the length of its content,
 * the length of its name, the name, and the content, which is deflated if it takes less than its length.
 */
final class Pack {

  /** Below a directory, so that the agent's classes, visible and not, keep out of each other's way. */
  static final String ENTRY = "peertap/classes.pack";

  static final int HEAD = 4;
  static final int ROW = 12;

  private static final int RECORD = 8;

  private final JarFile jar;
  private final ZipEntry entry;
  private final byte[] index;

  private Pack(JarFile jar, ZipEntry entry) throws IOException {
    this.jar = jar;
    this.entry = entry;
    this.index = bytes(HEAD, ROW * intAt(bytes(0, HEAD), 0));
  }

  /** The pack in a jar, which stays open. */
  static Pack open(File file) throws IOException {
    JarFile jar = new JarFile(file, false);
    ZipEntry entry = jar.getEntry(ENTRY);
    if (entry == null) {
      throw new IOException(file + " lacks " + ENTRY);
    }
    return new Pack(jar, entry);
  }

  /** What a name stands for, or null. */
  byte[] find(String name) throws IOException {
    int hash = name.hashCode();
    for (int row = first(hash); row < index.length && intAt(index, row) == hash; row += ROW) {
      byte[] content = content(name, bytes(intAt(index, row + 4), intAt(index, row + 8)));
      if (content != null) {
        return content;
      }
    }
    return null;
  }

  /** Where the rows begin whose hash code is this one or greater. */
  private int first(int hash) {
    int low = 0;
    int high = index.length / ROW;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (intAt(index, middle * ROW) < hash) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low * ROW;
  }

  /** The record's content, or null if it is another name's. */
  private static byte[] content(String name, byte[] record) throws IOException {
    int length = intAt(record, 0);
    int end = RECORD + intAt(record, 4);
    if (!new String(record, RECORD, end - RECORD, StandardCharsets.UTF_8).equals(name)) {
      return null;
    }
    if (record.length - end == length) {
      return Arrays.copyOfRange(record, end, record.length);
    }
    ByteArrayInputStream deflated = new ByteArrayInputStream(record, end, record.length - end);
    return read(new InflaterInputStream(deflated), length);
  }

  /** Stored entries skip without reading. */
  private byte[] bytes(long position, int length) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      if (in.skip(position) != position) {
        throw new IOException(ENTRY + " is too short");
      }
      return read(in, length);
    }
  }

  /** By hand: a {@code DataInputStream} comes with variable handles, which are slow to begin with. */
  private static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    int had = 0;
    while (had < length) {
      int read = in.read(bytes, had, length - had);
      if (read < 0) {
        throw new IOException(ENTRY + " is too short");
      }
      had += read;
    }
    return bytes;
  }

  private static int intAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
