package io.peertap.weaver;

import io.peertap.api.Hook;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts call sites into one class file, with the ASM that Byte Buddy carries: Byte Buddy's own engine
 * resolves types and proves advice at run time, which takes most of the agent's start, and would
 * find nothing here that a hook's test does not. Reads no resource of the application.
 */
final class ClassWeaver {

  private final HookTable hooks;
  private final Plugins plugins;
  private final Linker linker;

  ClassWeaver(HookTable hooks, Plugins plugins, Linker linker) {
    this.hooks = hooks;
    this.plugins = plugins;
    this.linker = linker;
  }

  /**
   * The class file with every hook that fits, or null if none does.
   *
   * @param prefix what stands before the target's name, with its dot
   */
  byte[] weave(ClassLoader application, Target target, String prefix, byte[] bytes)
      throws IOException {
    ClassReader reader = new ClassReader(bytes);
    ClassShape shape = ClassShape.of(reader);
    Map<HookState, AdviceMethod> fitting = fitting(application, target, prefix, shape);
    if (fitting.isEmpty()) {
      return null;
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Weaving(writer, reader.getClassName(), shape, fitting), 0);
    for (HookState state : fitting.keySet()) {
      linker.expect(state, target);
      state.become(HookState.State.ACTIVE, "");
    }
    return writer.toByteArray();
  }

  private Map<HookState, AdviceMethod> fitting(
      ClassLoader application, Target target, String prefix, ClassShape shape) throws IOException {
    PluginLoader plugin = plugins.get(application, target.module(), prefix);
    Map<HookState, AdviceMethod> fitting = new LinkedHashMap<>();
    for (Hook hook : target.hooks()) {
      HookState state = hooks.get(target.module(), prefix, hook);
      AdviceMethod advice = AdviceMethod.read(plugin.bytes(hook.advice()));
      String misfit = shape.misfit(hook, advice);
      if (misfit == null) {
        fitting.put(state, advice);
      } else {
        state.become(HookState.State.SKIPPED, misfit);
      }
    }
    return fitting;
  }

  /** Writes the class anew with its call sites. */
  private static final class Weaving extends ClassVisitor {
    private final String owner;
    private final ClassShape shape;
    private final Map<HookState, AdviceMethod> fitting;

    Weaving(
        ClassVisitor next, String owner, ClassShape shape, Map<HookState, AdviceMethod> fitting) {
      super(Opcodes.ASM9, next);
      this.owner = owner;
      this.shape = shape;
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
      for (Map.Entry<HookState, AdviceMethod> hook : fitting.entrySet()) {
        if (ClassShape.matches(hook.getKey().hook(), access, name, descriptor)) {
          method = new CallSiteWriter(
              method,
              owner,
              access,
              descriptor,
              shape,
              hook.getValue(),
              hook.getKey().key());
        }
      }
      return method;
    }
  }
}
