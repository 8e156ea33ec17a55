package io.peertap.operations.result;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** How results of one kind are waited for. */
interface Kind {

  Kind STAGES = new Stages();
  Kind NETTY = new NettyFutures();
  Kind LISTENABLE = new ListenableFutures();
  Kind PLAIN = new PlainFutures();

  /**
   * The type that decides how results of a class are followed, {@code void} for those that are not.
   * Kept with the class; a JDK object, so that the application's classes do not hold the agent.
   */
  ClassValue<Class<?>> DECIDERS = new ClassValue<>() {
    @Override
    protected Class<?> computeValue(Class<?> type) {
      return decide(type);
    }
  };

  /**
   * Sees that the ending is told.
   *
   * @param decider the super type for which this kind was chosen
   * @return false if the result will not tell
   */
  boolean follow(Class<?> decider, Object result, Ending ending)
      throws ReflectiveOperationException;

  /** The type that decides for a class. */
  static Class<?> decider(Class<?> type) {
    return DECIDERS.get(type);
  }

  /** The kind that a type decides for. */
  static Kind of(Class<?> decider) {
    if (decider == CompletionStage.class) {
      return STAGES;
    }
    if (decider == Future.class) {
      return PLAIN;
    }
    return NettyFutures.isDecider(decider) ? NETTY : LISTENABLE;
  }

  private static Class<?> decide(Class<?> type) {
    if (CompletionStage.class.isAssignableFrom(type)) {
      return CompletionStage.class;
    }
    if (!Future.class.isAssignableFrom(type)) {
      return void.class;
    }
    Class<?> listenable = listenable(type);
    return listenable == null ? Future.class : listenable;
  }

  /** A library's own kind of future among a class and its super types, or null. */
  private static Class<?> listenable(Class<?> type) {
    if (NettyFutures.isDecider(type) || ListenableFutures.isDecider(type)) {
      return type;
    }
    Class<?> found = type.getSuperclass() == null ? null : listenable(type.getSuperclass());
    for (Class<?> declared : type.getInterfaces()) {
      found = found == null ? listenable(declared) : found;
    }
    return found;
  }
}
