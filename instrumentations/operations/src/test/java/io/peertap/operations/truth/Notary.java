package io.peertap.operations.truth;

import java.util.concurrent.Future;

/** Hands out futures that have to be asked. */
final class Notary {

  <T> Future<T> seal(Future<T> sealed) {
    return sealed;
  }
}
