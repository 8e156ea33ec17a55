package io.peertap.alert;

import java.util.Map;

/**
 * Whose alerts these are.
 *
 * @param labels that all alerts of this node carry
 * @param url where more can be read about them
 */
public record Origin(Map<String, String> labels, String url) {

  /** Keeps its own copy of the labels. */
  public Origin {
    labels = Map.copyOf(labels);
  }
}
