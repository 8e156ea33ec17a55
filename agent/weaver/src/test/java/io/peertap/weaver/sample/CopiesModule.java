package io.peertap.weaver.sample;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** Hooks two classes of one simple name, one of them twice, and one within another. */
public final class CopiesModule implements Instrumentation {

  @Override
  public String name() {
    return "copies";
  }

  @Override
  public String root() {
    return "lib.";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on("lib.a.Pipe").method(0, "open").advice("lib.Advice"),
        Hook.on("lib.b.Pipe").method(0, "open").advice("lib.Advice"),
        Hook.on("lib.a.Pipe").method(0, "close").advice("lib.Advice"),
        Hook.on("lib.a.Pipe$Head").method(0, "read").advice("lib.Advice"));
  }
}
