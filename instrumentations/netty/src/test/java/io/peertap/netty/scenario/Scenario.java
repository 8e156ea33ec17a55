package io.peertap.netty.scenario;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * A real application that runs until everything it opened is closed again, and tells what it did.
 * Parameters and truth are JDK types: see {@link Stage} for the parameters all scenarios know.
 */
public abstract class Scenario
    implements Callable<Map<String, Object>>, Function<Map<String, Object>, Map<String, Object>> {

  @Override
  public final Map<String, Object> call() {
    return apply(Map.of());
  }

  @Override
  public final Map<String, Object> apply(Map<String, Object> parameters) {
    Stage stage = new Stage(parameters);
    try {
      play(stage);
    } catch (Exception e) {
      throw new IllegalStateException(getClass().getSimpleName() + " " + stage, e);
    } finally {
      stage.close();
    }
    return stage.truth().told();
  }

  abstract void play(Stage stage) throws Exception;
}
