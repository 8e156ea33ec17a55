package io.peertap.operations.rule;

/** Types of results that do nothing before somebody subscribes to them. */
final class Publishers {

  private static final String[] TYPES = {
    "reactor.core.publisher.",
    "io.smallrye.mutiny.",
    "io.reactivex.",
    "org.reactivestreams.",
    "java.util.concurrent.Flow$",
    "kotlinx.coroutines.flow.",
  };

  private Publishers() {}

  static boolean isPublisher(String type) {
    for (String prefix : TYPES) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
