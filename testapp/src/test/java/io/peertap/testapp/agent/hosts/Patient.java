package io.peertap.testapp.agent.hosts;

import java.io.IOException;

/** Waits for a line, then lets its main method end: no call to exit, no network. */
public final class Patient {

  private Patient() {}

  /** Prints a line before and after the wait. */
  public static void main(String[] args) throws IOException {
    System.out.println("ready");
    int typed = System.in.read();
    System.out.println(typed < 0 ? "nobody typed" : "bye");
  }
}
