package io.peertap.testapp;

import io.peertap.testapp.faults.FaultPlan;
import java.util.List;

/** What all nodes of a network are told: how many they are, their members, and what goes wrong. */
record Settings(int nodes, int membersPerNode, FaultPlan faults) {

  private static final int ARGUMENTS = 3;

  /** Whether nodes sign at all. */
  boolean signs() {
    return membersPerNode > 0;
  }

  /** As arguments of a command line. */
  List<String> arguments() {
    return List.of(String.valueOf(nodes), String.valueOf(membersPerNode), faults.labels());
  }

  /** Reads them from the first of these arguments. */
  static Settings parse(List<String> arguments) {
    return new Settings(
        Integer.parseInt(arguments.get(0)),
        Integer.parseInt(arguments.get(1)),
        FaultPlan.parse(arguments.get(ARGUMENTS - 1)));
  }

  /** The arguments that are left. */
  static List<String> rest(List<String> arguments) {
    return arguments.subList(ARGUMENTS, arguments.size());
  }
}
