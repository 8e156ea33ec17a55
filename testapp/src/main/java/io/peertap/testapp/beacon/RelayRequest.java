package io.peertap.testapp.beacon;

import io.peertap.testapp.chain.Roster;

/** The beacon's group with this key is asked for the entry after another. */
public record RelayRequest(long number, String key, Roster roster, String previous) {

  String conversation() {
    return "relay/" + number;
  }
}
