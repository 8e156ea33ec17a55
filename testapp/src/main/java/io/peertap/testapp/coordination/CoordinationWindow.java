package io.peertap.testapp.coordination;

/** The time for one proposal; windows follow each other without end. */
public record CoordinationWindow(long index) {

  private static final int EVERY_BLOCKS = 10;
  private static final int ACTIVE_BLOCKS = 8;

  /** The window with a number. */
  public static CoordinationWindow number(long index) {
    return new CoordinationWindow(index);
  }

  /** The window that a block is in. */
  public static CoordinationWindow at(long block) {
    return new CoordinationWindow(block / EVERY_BLOCKS);
  }

  /** The block it begins with. */
  public long start() {
    return index * EVERY_BLOCKS;
  }

  /** The block halfway. */
  public long middle() {
    return start() + EVERY_BLOCKS / 2;
  }

  /** The block by which a proposal must be there. */
  public long end() {
    return start() + ACTIVE_BLOCKS;
  }
}
