package io.peertap.api;

/** One kind of thing that happens at one moment. */
public interface Event {

  /** It happened. */
  void happened();
}
