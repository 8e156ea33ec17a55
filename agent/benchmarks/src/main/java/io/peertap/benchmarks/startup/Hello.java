package io.peertap.benchmarks.startup;

/** The tiniest host: prints one line. */
public final class Hello {

  private Hello() {}

  /** Prints the line. */
  public static void main(String[] args) {
    System.out.println("done");
  }
}
