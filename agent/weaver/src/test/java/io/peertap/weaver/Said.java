package io.peertap.weaver;

import java.util.List;

/** Writes down what is said. */
record Said(List<String> lines) implements WeaverListener {

  @Override
  public void recognised(String module, String prefix, String source) {}

  @Override
  public void problem(String line) {
    lines.add(line);
  }
}
