package io.peertap.runtime;

import io.peertap.api.Instrumentation;
import io.peertap.weaver.ModuleEntry;
import java.util.List;

/** What the modules understand, for people, on a terminal and in Markdown. */
final class LibrariesTable {

  private LibrariesTable() {}

  /** One paragraph per module. */
  static String text(List<ModuleEntry> modules) {
    StringBuilder out = new StringBuilder();
    for (ModuleEntry entry : modules) {
      Instrumentation module = entry.module();
      out.append(module.name()).append("\n    ").append(module.gives()).append('\n');
      if (!module.versions().isEmpty()) {
        out.append("    Tested with ").append(module.versions()).append(".\n");
      }
    }
    return out.toString();
  }

  /** One row per module. */
  static String markdown(List<ModuleEntry> modules) {
    StringBuilder out =
        new StringBuilder("| module | tested with | what you get |\n|---|---|---|\n");
    for (ModuleEntry entry : modules) {
      Instrumentation module = entry.module();
      out.append("| `").append(module.name()).append("` | ").append(module.versions());
      out.append(" | ").append(module.gives()).append(" |\n");
    }
    return out.toString();
  }
}
