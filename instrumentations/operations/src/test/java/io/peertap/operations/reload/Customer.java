package io.peertap.operations.reload;

/** Is called when the coins are there. */
final class Customer {

  void served() {}
}
