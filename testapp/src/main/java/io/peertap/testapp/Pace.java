package io.peertap.testapp;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does one thing over and over. */
final class Pace {

  private Pace() {}

  /** Peers come and go, so an act that fails is no reason to stop. */
  static Disposable every(Duration period, Supplier<Mono<?>> act) {
    return every(Flux.interval(period), act);
  }

  /** The same without a pause before. */
  static Disposable atOnceAndEvery(Duration period, Supplier<Mono<?>> act) {
    return every(Flux.interval(Duration.ZERO, period), act);
  }

  private static Disposable every(Flux<Long> ticks, Supplier<Mono<?>> act) {
    return ticks
        .onBackpressureDrop()
        .flatMap(tick -> Mono.defer(act).onErrorResume(failure -> Mono.empty()))
        .subscribe();
  }
}
