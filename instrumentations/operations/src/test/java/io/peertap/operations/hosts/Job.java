package io.peertap.operations.hosts;

/** Something to execute. */
public interface Job {

  /** Executes it. */
  Object execute(String name);
}
