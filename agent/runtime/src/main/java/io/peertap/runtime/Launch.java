package io.peertap.runtime;

import java.lang.instrument.Instrumentation;
import java.util.function.Function;

/**
 * What the stub creates and calls: a JDK interface, because a method that is invoked by reflection
 * costs JDK 25 as much again as the rest of the start.
 */
public final class Launch implements Function<Object[], Function<String, Boolean>> {

  /**
   * Starts an agent, unless the options say no.
   *
   * @param start the agent argument or null, the JVM's instrumentation, whether the application is
   *     running already, the agent's version
   * @return takes the argument of a further load and answers whether the agent left; null if the
   *     agent is switched off
   */
  @Override
  public Function<String, Boolean> apply(Object[] start) {
    Agent agent = Agent.start((String) start[0], (Instrumentation) start[1], (String) start[3]);
    if (agent != null && (Boolean) start[2]) {
      agent.weaveLoaded();
    }
    return agent;
  }
}
