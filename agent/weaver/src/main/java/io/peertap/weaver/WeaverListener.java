package io.peertap.weaver;

/** Hears what the weaver finds. Called on application threads: must not block, log or throw. */
public interface WeaverListener {

  /**
   * The first class of a library, or of a relocated copy, was woven; of a module that makes rules,
   * the first class that they choose from.
   *
   * @param module the module's name
   * @param prefix where the copy was moved to, with its dot; empty for the library itself
   * @param source the jar or folder that the class came from; empty if unknown
   */
  void recognised(String module, String prefix, String source);

  /** Something is not as it should be; one line for people. */
  void problem(String line);
}
