package io.peertap.testapp.agent.hosts;

/** Greets and ends, as a start script's helper does. */
public final class Hello {

  /** What it ends with. */
  public static final int EXIT = 5;

  private Hello() {}

  /** Prints one line. */
  public static void main(String[] args) {
    System.out.println("Hello, world");
    System.exit(EXIT);
  }
}
