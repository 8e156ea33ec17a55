package io.peertap.weaver.sample;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** Hooks what it is told to hook. */
public record GreeterModule(String name, List<Hook> hooks) implements Instrumentation {

  @Override
  public String root() {
    return "io.peertap.weaver.library.";
  }
}
