package io.peertap.testapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs one node in a child JVM, until its standard input ends. */
final class ChildMain {

  static final String JOIN = "join";
  static final String LEAVE = "leave";
  static final String REST = "rest";
  static final String NOTE = "note";

  /** What the child says when it has done so. */
  static final String RESTS = "rests";

  /** What the child says when it has done so. */
  static final String NOTED = "is quiet";

  private ChildMain() {}

  /**
   * Takes the number of the node, the address of the seed, the settings and maybe a directory for
   * its truth.
   */
  public static void main(String[] args) throws IOException {
    List<String> settings = Arrays.asList(args).subList(2, args.length);
    Node node = new Node(
        new NodeId(Integer.parseInt(args[0])),
        0,
        List.of(args[1]),
        Settings.parse(settings),
        Settings.rest(settings).stream().findFirst().map(Path::of),
        System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> node.end().join(), "end"));
    obey(node);
    System.exit(node.end().join());
  }

  private static void obey(Node node) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      switch (order) {
        case JOIN -> node.join();
        case LEAVE -> node.leave();
        case REST -> sayAfter(node.rest(), RESTS);
        case NOTE -> sayAfter(node.note(), NOTED);
        default -> throw new IOException("unknown order: " + order);
      }
    }
  }

  private static void sayAfter(CompletableFuture<Void> deed, String words) {
    var unused = deed.thenRun(() -> System.out.println(words));
  }
}
