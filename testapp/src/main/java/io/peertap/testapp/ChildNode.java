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
import java.util.function.Consumer;

/**
 * A node in a JVM of its own, steered through its standard input. The pipe breaks when this JVM
 * dies, however it dies, and the child ends when it does.
 */
final class ChildNode implements Peer {

  private static final int END_WITHIN_SECONDS = 30;

  private final Process process;
  private final OutputStream orders;
  private final CompletableFuture<Void> rested;
  private final CompletableFuture<Void> noted;
  private final List<Thread> echoes;

  private ChildNode(
      Process process,
      CompletableFuture<Void> rested,
      CompletableFuture<Void> noted,
      List<Thread> echoes) {
    this.process = process;
    this.orders = process.getOutputStream();
    this.rested = rested;
    this.noted = noted;
    this.echoes = echoes;
  }

  /** Starts the JVM; the given act follows when it ends, for whatever reason. */
  static ChildNode start(
      NodeId id, String seed, Settings settings, Optional<Path> truthDirectory, Runnable onExit)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(id.number()), seed));
    arguments.addAll(settings.arguments());
    truthDirectory.ifPresent(directory -> arguments.add(directory.toString()));
    Process process = JavaCommand.of(ChildMain.class, arguments).start();
    CompletableFuture<Void> rested = new CompletableFuture<>();
    CompletableFuture<Void> noted = new CompletableFuture<>();
    Consumer<String> out = Echo.to(System.out, id);
    List<Thread> echoes = List.of(
        Echo.start(process.getInputStream(), line -> {
          out.accept(line);
          switch (line) {
            case ChildMain.RESTS -> rested.complete(null);
            case ChildMain.NOTED -> noted.complete(null);
            default -> {}
          }
        }),
        Echo.start(process.getErrorStream(), Echo.to(System.err, id)));
    var unused = process.onExit().thenRun(() -> {
      rested.complete(null);
      noted.complete(null);
      onExit.run();
    });
    return new ChildNode(process, rested, noted, echoes);
  }

  @Override
  public void join() {
    order(ChildMain.JOIN);
  }

  @Override
  public void leave() {
    order(ChildMain.LEAVE);
  }

  @Override
  public CompletableFuture<Void> rest() {
    order(ChildMain.REST);
    return rested;
  }

  @Override
  public CompletableFuture<Void> note() {
    order(ChildMain.NOTE);
    return noted;
  }

  private synchronized void order(String order) {
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
