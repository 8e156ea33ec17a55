package io.peertap.api;

/** What happens at one moment. Handles are asked for once per rule and kept. */
public interface Events {

  /** An event of the application's own. */
  Event event(String name);

  /** An event under the name of a protocol. */
  Event event(String protocol, String name);
}
