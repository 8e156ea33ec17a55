package io.peertap.testapp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A node in a JVM of its own, steered through its standard input. The pipe breaks when this JVM
 * dies, however it dies, and the child ends when it does.
 */
final class ChildNode implements Peer {

  private static final int END_WITHIN_SECONDS = 15;

  private final Process process;
  private final OutputStream orders;
  private final List<Thread> echoes;

  private ChildNode(Process process, List<Thread> echoes) {
    this.process = process;
    this.orders = process.getOutputStream();
    this.echoes = echoes;
  }

  /** Starts the JVM; the given act follows when it ends, for whatever reason. */
  static ChildNode start(NodeId id, String seed, Optional<Path> truthDirectory, Runnable onExit)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(id.number()), seed));
    truthDirectory.ifPresent(directory -> arguments.add(directory.toString()));
    Process process = JavaCommand.of(ChildMain.class, arguments).start();
    var unused = process.onExit().thenRun(onExit);
    return new ChildNode(
        process,
        List.of(
            Echo.start(process.getInputStream(), Echo.to(System.out, id)),
            Echo.start(process.getErrorStream(), Echo.to(System.err, id))));
  }

  @Override
  public void join() {
    order(ChildMain.JOIN);
  }

  @Override
  public void leave() {
    order(ChildMain.LEAVE);
  }

  private void order(String order) {
    try {
      orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
      orders.flush();
    } catch (IOException childGone) {
      // Its exit code tells.
    }
  }

  @Override
  public CompletableFuture<Integer> end() {
    try {
      orders.close();
    } catch (IOException childGone) {
      // Its exit code tells.
    }
    return CompletableFuture.supplyAsync(this::awaitEnd, task -> new Thread(task).start());
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      for (Thread echo : echoes) {
        echo.join();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
