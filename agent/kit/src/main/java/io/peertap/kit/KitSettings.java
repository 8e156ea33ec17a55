package io.peertap.kit;

import io.peertap.alert.Thresholds;
import java.nio.file.Path;
import java.util.List;

/**
 * What the files say of the user's own nodes.
 *
 * @param version of the agent
 * @param jar the agent itself, which goes into the image
 * @param boards ids of the boards that are wanted, as {@link Kit#boards} has them
 * @param targets where Prometheus finds the agents, {@code host:port}
 * @param alertmanager where Prometheus finds Alertmanager, {@code host:port}
 * @param port where agents in containers listen
 * @param token whether the agents ask for one
 * @param tokenFile where Prometheus finds it; null: in a file {@code token} beside its configuration
 * @param container what the application's container is called
 * @param thresholds the limits of rules that have one to choose
 * @param disabledRules names of rules that are left out
 */
public record KitSettings(
    String version,
    Path jar,
    List<String> boards,
    List<String> targets,
    String alertmanager,
    int port,
    boolean token,
    Path tokenFile,
    String container,
    Thresholds thresholds,
    List<String> disabledRules) {

  /** Keeps its own copies. */
  public KitSettings {
    boards = List.copyOf(boards);
    targets = List.copyOf(targets);
    disabledRules = List.copyOf(disabledRules);
  }
}
