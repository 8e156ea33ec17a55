package io.peertap.bitcoinj;

import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;

/** How many addresses a group knows. */
final class AddressBook {

  private final Registration registration;
  private volatile int size;

  AddressBook() {
    registration = Telemetry.current().peers().known(() -> size);
  }

  void holds(int addresses) {
    size = addresses;
  }

  void close() {
    registration.close();
  }
}
