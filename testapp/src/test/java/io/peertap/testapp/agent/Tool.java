package io.peertap.testapp.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this machine that judges what the jar writes. */
record Tool(String name) {

  /** What it said, and its exit code. */
  record Verdict(int exitCode, String text) {}

  /** Whether it is on the path. */
  boolean present() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (new File(folder, name).canExecute()) {
        return true;
      }
    }
    return false;
  }

  /** Runs it to its end, in a folder. */
  Verdict judge(Path folder, List<String> arguments) throws IOException, InterruptedException {
    Process process = process(folder, arguments).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Verdict(process.waitFor(), said);
  }

  /** Starts it, with what it says in a file. */
  Process start(Path folder, Path log, List<String> arguments) throws IOException {
    return process(folder, arguments)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private ProcessBuilder process(Path folder, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(folder.toFile());
  }
}
