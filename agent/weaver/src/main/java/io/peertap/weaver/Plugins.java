package io.peertap.weaver;

import io.peertap.api.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The plugin loaders in use, by application loader, module and prefix; holds neither side. There
 * are few, so a list does, and no loader's own idea of equality is asked.
 */
final class Plugins {

  private final ClassLoader agent = Plugins.class.getClassLoader();
  private final List<Plugin> plugins = new ArrayList<>();

  synchronized PluginLoader get(ClassLoader application, Instrumentation module, String prefix) {
    plugins.removeIf(Plugin::isGone);
    for (Plugin plugin : plugins) {
      PluginLoader loader = plugin.loader.get();
      if (loader != null && plugin.is(application, module, prefix)) {
        return loader;
      }
    }
    PluginLoader fresh = create(application, module, prefix);
    plugins.add(
        new Plugin(new WeakReference<>(application), module, prefix, new WeakReference<>(fresh)));
    return fresh;
  }

  private PluginLoader create(ClassLoader application, Instrumentation module, String prefix) {
    String ownPackage = module.getClass().getPackageName() + '.';
    PluginLoader.Relocation relocation = new PluginLoader.Relocation(module.root(), prefix);
    return new PluginLoader(agent, application, ownPackage, relocation);
  }

  private record Plugin(
      WeakReference<ClassLoader> application,
      Instrumentation module,
      String prefix,
      WeakReference<PluginLoader> loader) {

    boolean is(ClassLoader loader, Instrumentation of, String under) {
      return application.refersTo(loader) && module == of && prefix.equals(under);
    }

    boolean isGone() {
      return loader.refersTo(null);
    }
  }
}
