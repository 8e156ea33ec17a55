package io.peertap.operations.ledger;

import io.peertap.test.Scrape;
import java.util.ArrayList;
import java.util.List;

/** Some series of a family, by labels that have a value ({@code =}) or have not ({@code !=}). */
record Selection(String family, List<String> conditions) {

  /** The sum of the series that meet all conditions; of histograms, their observations. */
  double sum(Scrape scrape) {
    return sum(scrape, new ArrayList<>(), conditions);
  }

  private double sum(Scrape scrape, List<String> labels, List<String> left) {
    if (left.isEmpty()) {
      return scrape.sum(family, labels.toArray(String[]::new));
    }
    String condition = left.get(0);
    List<String> others = left.subList(1, left.size());
    String[] sides = condition.split("!?=", 2);
    List<String> narrower = new ArrayList<>(labels);
    narrower.addAll(List.of(sides));
    double having = sum(scrape, narrower, others);
    return condition.contains("!=") ? sum(scrape, labels, others) - having : having;
  }
}
