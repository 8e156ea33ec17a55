package io.peertap.testapp.dkg;

import io.peertap.testapp.chain.Roster;

/** A group is asked for a key. */
public record DkgRequest(long number, Purpose purpose, Roster roster) {

  /** What the group's conversation about it is called. */
  String conversation() {
    return "dkg/" + number;
  }

  String context(int member) {
    return conversation() + "/" + member;
  }
}
