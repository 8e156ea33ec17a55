package io.peertap.testapp.faults;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which faults there are to be; each strikes in one of four or six cases. */
public record FaultPlan(Set<Fault> faults) {

  /** No faults. */
  public static final FaultPlan NONE = new FaultPlan(Set.of());

  /** Whether a fault is planned at all. */
  public boolean has(Fault fault) {
    return faults.contains(fault);
  }

  /** Whether a fault strikes in the case of this number. */
  public boolean strikes(Fault fault, long number) {
    return has(fault) && fault.hasTurn(number);
  }

  /** The names of the faults with commas between. */
  public String labels() {
    return faults.stream().map(Fault::label).sorted().collect(Collectors.joining(","));
  }

  /**
   * Reads names with commas between; none if there is no text.
   *
   * @throws IllegalArgumentException if one is unknown
   */
  public static FaultPlan parse(String labels) {
    if (labels.isEmpty()) {
      return NONE;
    }
    Set<Fault> faults = Arrays.stream(labels.split(",", -1))
        .map(label -> Fault.of(label).orElseThrow(() -> unknown(label)))
        .collect(Collectors.toUnmodifiableSet());
    return new FaultPlan(faults);
  }

  private static IllegalArgumentException unknown(String label) {
    return new IllegalArgumentException(
        "'" + label + "' is not a fault (accepted: " + Fault.labels() + ")");
  }
}
