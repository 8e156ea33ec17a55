package io.peertap.operations.truth;

/** Nobody has loaded it before its test calls it. */
final class Early {

  private Early() {}

  static int answer() {
    return 42;
  }
}
