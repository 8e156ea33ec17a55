package io.peertap.operations.rule;

/** Classes that rules leave alone, by their names. */
final class Names {

  /** The JDK. */
  private static final String[] JDK = {
    "java.", "javax.", "jdk.", "sun.", "com.sun.",
  };

  /** The classes of the agent that the application could see; all else lives in a loader of its own. */
  private static final String AGENT = "io.peertap.";

  /** Libraries that conventions leave alone; a rule may name their classes. */
  private static final String[] LIBRARIES = {
    "akka.",
    "ch.qos.",
    "com.fasterxml.",
    "com.google.",
    "groovy.",
    "io.grpc.",
    "io.libp2p.",
    "io.micrometer.",
    "io.netty.",
    "io.opentelemetry.",
    "io.prometheus.",
    "io.quarkus.",
    "io.reactivex.",
    "io.scalecube.",
    "io.smallrye.",
    "io.vertx.",
    "jakarta.",
    "kotlin.",
    "kotlinx.",
    "org.apache.",
    "org.bouncycastle.",
    "org.eclipse.",
    "org.hibernate.",
    "org.jboss.",
    "org.jgroups.",
    "org.slf4j.",
    "org.springframework.",
    "reactor.",
    "scala.",
  };

  private Names() {}

  /** Whether no rule may choose from a class. */
  static boolean isNever(String binaryName) {
    return startsWithAny(binaryName, JDK)
        || (binaryName.startsWith(AGENT) && binaryName.indexOf('.', AGENT.length()) < 0);
  }

  /** Whether no convention may choose from a class. */
  static boolean isLibrary(String binaryName) {
    return isNever(binaryName) || startsWithAny(binaryName, LIBRARIES);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
