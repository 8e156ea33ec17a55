package io.peertap.architecture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a class file mentions: those of its constant pool. */
final class ClassFile {

  private static final Pattern OURS = Pattern.compile("io/peertap/([a-z]+)/");

  private final String name;
  private final Object[] constants;

  private ClassFile(String name, Object[] constants) {
    this.name = name;
    this.constants = constants;
  }

  static ClassFile read(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(bytes)) {
      in.skipNBytes(8);
      Object[] constants = new Object[in.readUnsignedShort()];
      for (int i = 1; i < constants.length; i++) {
        int tag = in.readUnsignedByte();
        constants[i] = constant(in, tag);
        i += tag == 5 || tag == 6 ? 1 : 0; // A long and a double take two places.
      }
      in.readUnsignedShort();
      int[] self = (int[]) constants[in.readUnsignedShort()];
      return new ClassFile((String) constants[self[0]], constants);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object constant(DataInputStream in, int tag) throws IOException {
    return switch (tag) {
      case 1 -> in.readUTF();
      case 7, 8, 16, 19, 20 -> new int[] {in.readUnsignedShort()};
      case 9, 10, 11, 12, 17, 18 -> new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
      case 15 -> in.readNBytes(3);
      default -> in.readNBytes(tag == 5 || tag == 6 ? 8 : 4);
    };
  }

  /** With slashes. */
  String name() {
    return name;
  }

  String simpleName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The part of the name after {@code io/peertap/}. */
  String ownPackage() {
    Matcher own = OURS.matcher(name);
    return own.find() ? own.group(1) : "";
  }

  /** Our other packages that it mentions in any name, descriptor or signature. */
  Set<String> packages() {
    Set<String> found = new TreeSet<>();
    for (Object constant : constants) {
      if (constant instanceof String text) {
        Matcher matcher = OURS.matcher(text);
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    found.remove(ownPackage());
    return found;
  }

  /** The fields and methods that it uses: {@code java/lang/System.out:Ljava/io/PrintStream;}. */
  List<String> members() {
    List<String> members = new ArrayList<>();
    for (Object constant : constants) {
      if (constant instanceof int[] pair && pair.length == 2 && isClass(pair[0])) {
        int[] member = (int[]) constants[pair[1]];
        members.add(
            text(((int[]) constants[pair[0]])[0]) + '.' + text(member[0]) + ':' + text(member[1]));
      }
    }
    return members;
  }

  private boolean isClass(int index) {
    return index > 0 && constants[index] instanceof int[] one && one.length == 1;
  }

  private String text(int index) {
    return (String) constants[index];
  }
}
