package io.peertap.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Puts taps into one class file. Reads nothing but the class file. */
final class TapWeaver {

  private TapWeaver() {}

  /**
   * The class file with every tap that fits, or null if none does; the taps' states say which.
   *
   * @throws IndexOutOfBoundsException if a method or the class would exceed what a class file can
   *     hold
   */
  static byte[] weave(byte[] classFile, List<TapSite> sites) {
    ClassReader reader = new ClassReader(classFile);
    Map<String, TappedMethod> methods = TappedMethod.in(reader);
    Map<String, List<TapSite>> fitting = fitting(methods, sites);
    if (fitting.isEmpty()) {
      return null;
    }
    byte[] woven = write(reader, methods, fitting);
    List<String> outgrown = CodeSizes.outgrown(reader, woven);
    if (!outgrown.isEmpty()) {
      for (String method : outgrown) {
        skip(fitting.remove(method), CodeSizes.MISFIT);
      }
      woven = fitting.isEmpty() ? null : write(reader, methods, fitting);
    }
    for (List<TapSite> tapped : fitting.values()) {
      for (TapSite site : tapped) {
        site.state().become(HookState.State.ACTIVE, "");
      }
    }
    return woven;
  }

  private static byte[] write(
      ClassReader reader, Map<String, TappedMethod> methods, Map<String, List<TapSite>> fitting) {
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Weaving(writer, methods, fitting), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static Map<String, List<TapSite>> fitting(
      Map<String, TappedMethod> methods, List<TapSite> sites) {
    Map<String, List<TapSite>> fitting = new HashMap<>();
    for (TapSite site : sites) {
      TappedMethod method = methods.get(site.method());
      String misfit = method == null ? "there is no code of it" : method.misfit(site);
      if (misfit == null) {
        fitting.computeIfAbsent(site.method(), name -> new ArrayList<>()).add(site);
      } else {
        skip(List.of(site), misfit);
      }
    }
    return fitting;
  }

  private static void skip(List<TapSite> sites, String reason) {
    for (TapSite site : sites) {
      site.state().become(HookState.State.SKIPPED, reason);
    }
  }

  /** Writes the class anew with its taps. */
  private static final class Weaving extends ClassVisitor {
    private final Map<String, TappedMethod> methods;
    private final Map<String, List<TapSite>> fitting;

    Weaving(
        ClassVisitor next, Map<String, TappedMethod> methods, Map<String, List<TapSite>> fitting) {
      super(Opcodes.ASM9, next);
      this.methods = methods;
      this.fitting = fitting;
    }

    @Override
    public void visit(
        int version, int access, String name, String generic, String parent, String[] types) {
      super.visit(ClassFileVersions.raised(version), access, name, generic, parent, types);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String generic, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, generic, exceptions);
      List<TapSite> sites = fitting.get(name + descriptor);
      if (sites == null) {
        return method;
      }
      return methods.get(name + descriptor).writer(method, sites);
    }
  }
}
