package io.peertap.weaver;

import io.peertap.api.Hook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final LinksAhead ahead;

  ClassWeaver(HookTable hooks, Plugins plugins, Linker linker, LinksAhead ahead) {
    this.hooks = hooks;
    this.plugins = plugins;
    this.linker = linker;
    this.ahead = ahead;
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
    PluginLoader plugin = plugins.get(application, target.module(), prefix);
    Fitting fitting = new Fitting(reader, shape, plugin);
    for (Hook hook : target.hooks()) {
      HookState state = hooks.get(target.module(), prefix, hook);
      String misfit = fitting.add(state);
      if (misfit != null) {
        state.become(HookState.State.SKIPPED, misfit);
      }
    }
    byte[] woven = fitting.isEmpty() ? null : write(fitting);
    if (woven != null && fitting.removeFrom(CodeSizes.outgrown(reader, woven))) {
      woven = fitting.isEmpty() ? null : write(fitting);
    }
    for (HookState state : fitting.states()) {
      linker.expect(state, target);
      state.become(HookState.State.ACTIVE, "");
    }
    for (Map.Entry<HookState, AdviceMethod> first : fitting.advice.entrySet()) {
      ahead.expect(application, target, first.getKey(), first.getValue());
      break;
    }
    return woven;
  }

  private static byte[] write(Fitting fitting) {
    ClassWriter writer = new ClassWriter(fitting.reader, ClassWriter.COMPUTE_MAXS);
    // Only taps add frames, and need those that are there in full.
    int frames = fitting.taps.isEmpty() ? 0 : ClassReader.EXPAND_FRAMES;
    fitting.reader.accept(new Weaving(writer, fitting), frames);
    return writer.toByteArray();
  }

  /** The hooks that fit a class. */
  private static final class Fitting {
    private final ClassReader reader;
    private final ClassShape shape;
    private final PluginLoader plugin;
    private final Map<HookState, AdviceMethod> advice = new LinkedHashMap<>();
    private final List<HookTap> taps = new ArrayList<>();
    private Map<String, TappedMethod> methods;

    Fitting(ClassReader reader, ClassShape shape, PluginLoader plugin) {
      this.reader = reader;
      this.shape = shape;
      this.plugin = plugin;
    }

    /** Takes a hook, or answers why it does not fit. */
    String add(HookState state) throws IOException {
      String misfit = shape.misfit(state.hook());
      if (misfit != null) {
        return misfit;
      }
      return state.hook().isTap() ? addTap(state) : addAdvice(state);
    }

    /** Takes out what hooks any of these methods; answers whether there was any. */
    boolean removeFrom(List<String> methods) {
      boolean removed = false;
      for (HookState state : states()) {
        if (!Collections.disjoint(shape.matching(state.hook()), methods)) {
          advice.remove(state);
          taps.removeIf(tap -> tap.state() == state);
          state.become(HookState.State.SKIPPED, CodeSizes.MISFIT);
          removed = true;
        }
      }
      return removed;
    }

    boolean isEmpty() {
      return advice.isEmpty() && taps.isEmpty();
    }

    List<HookState> states() {
      List<HookState> states = new ArrayList<>(advice.keySet());
      for (HookTap tap : taps) {
        states.add(tap.state());
      }
      return states;
    }

    /** The taps at one method. */
    List<HookTap> taps(int access, String name, String descriptor) {
      List<HookTap> here = new ArrayList<>();
      for (HookTap tap : taps) {
        if (ClassShape.matches(tap.state().hook(), access, name, descriptor)) {
          here.add(tap);
        }
      }
      return here;
    }

    private String addAdvice(HookState state) throws IOException {
      AdviceMethod method = AdviceMethod.read(plugin.bytes(state.hook().advice()));
      String misfit = shape.misfit(state.hook(), method);
      if (misfit == null) {
        advice.put(state, method);
      }
      return misfit;
    }

    private String addTap(HookState state) {
      if (methods == null) {
        methods = TappedMethod.in(reader);
      }
      HookTap tap = new HookTap(state);
      for (String method : shape.matching(state.hook())) {
        String misfit = methods.get(method).misfit(tap);
        if (misfit != null) {
          return misfit;
        }
      }
      taps.add(tap);
      return null;
    }
  }

  /** Writes the class anew with its call sites; where both are, advice run inside taps. */
  private static final class Weaving extends ClassVisitor {
    private final Fitting fitting;

    Weaving(ClassVisitor next, Fitting fitting) {
      super(Opcodes.ASM9, next);
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
      List<HookTap> taps = fitting.taps(access, name, descriptor);
      if (!taps.isEmpty()) {
        method = fitting.methods.get(name + descriptor).writer(method, taps);
      }
      for (Map.Entry<HookState, AdviceMethod> hook : fitting.advice.entrySet()) {
        if (ClassShape.matches(hook.getKey().hook(), access, name, descriptor)) {
          method = new CallSiteWriter(
              method,
              fitting.reader.getClassName(),
              access,
              descriptor,
              fitting.shape,
              hook.getValue(),
              hook.getKey().key());
        }
      }
      return method;
    }
  }
}
