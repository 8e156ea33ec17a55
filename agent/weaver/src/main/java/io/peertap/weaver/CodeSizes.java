package io.peertap.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;

/** How many bytes of code the methods of a class file have. */
final class CodeSizes {

  /** HotSpot interprets methods of more bytes for good ({@code HugeMethodLimit}). */
  private static final int MOST_COMPILED = 8_000;

  /** Why what is put into such a method is left out. */
  static final String MISFIT = "with it the method would have more than " + MOST_COMPILED
      + " bytes, which HotSpot never compiles";

  private CodeSizes() {}

  /**
   * The methods, by name and descriptor, that HotSpot would compile as they were and does not compile
   * as they are now. Those that were too large already lose nothing.
   */
  static List<String> outgrown(ClassReader before, byte[] after) {
    Map<String, Integer> now = of(new ClassReader(after));
    List<String> outgrown = new ArrayList<>();
    for (Map.Entry<String, Integer> method : of(before).entrySet()) {
      if (method.getValue() <= MOST_COMPILED && now.get(method.getKey()) > MOST_COMPILED) {
        outgrown.add(method.getKey());
      }
    }
    return outgrown;
  }

  /** By name and descriptor; zero for methods without code. */
  static Map<String, Integer> of(ClassReader file) {
    char[] text = new char[file.getMaxStringLength()];
    int at = file.header + 6;
    at += 2 + 2 * file.readUnsignedShort(at);
    int fields = file.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = afterAttributes(file, at + 6);
    }
    int methods = file.readUnsignedShort(at);
    at += 2;
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < methods; i++) {
      String method = file.readUTF8(at + 2, text) + file.readUTF8(at + 4, text);
      sizes.put(method, codeSize(file, at + 6, text));
      at = afterAttributes(file, at + 6);
    }
    return sizes;
  }

  /** The code's length stands behind the attribute's name and length and two 16-bit counts. */
  private static int codeSize(ClassReader file, int attributes, char[] text) {
    int at = attributes + 2;
    for (int left = file.readUnsignedShort(attributes); left > 0; left--) {
      if (file.readUTF8(at, text).equals("Code")) {
        return file.readInt(at + 10);
      }
      at += 6 + file.readInt(at + 2);
    }
    return 0;
  }

  private static int afterAttributes(ClassReader file, int attributes) {
    int at = attributes + 2;
    for (int left = file.readUnsignedShort(attributes); left > 0; left--) {
      at += 6 + file.readInt(at + 2);
    }
    return at;
  }
}
