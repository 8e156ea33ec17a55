package io.peertap.testapp;

import io.peertap.testapp.beacon.Beacon;
import io.peertap.testapp.beacon.RelayRequest;
import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.dkg.DkgCeremonies;
import io.peertap.testapp.dkg.DkgRequest;
import io.peertap.testapp.dkg.Keys;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.dkg.Purpose;
import io.peertap.testapp.net.Presence;
import io.peertap.testapp.net.Voice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Plays the chain's part on the first node: asks for keys and for entries of the beacon. */
final class Requester {

  private static final int MOST_NODES = 5;
  private static final int GATHER_BLOCKS = 100;
  private static final int RETRY_BLOCKS = 12;
  private static final int LOST_BLOCKS = 60;
  private static final int DKG_BLOCKS = 100;
  private static final int RELAY_BLOCKS = 15;

  private final Settings settings;
  private final Voice voice;
  private final Presence presence;
  private final Keys keys;
  private final DkgCeremonies ceremonies;
  private final Beacon beacon;
  private long firstBlock;
  private long lastDkg;
  private long lastRelay;
  private long dkgs;
  private long relays;

  Requester(
      Settings settings,
      Voice voice,
      Presence presence,
      Keys keys,
      DkgCeremonies ceremonies,
      Beacon beacon) {
    this.settings = settings;
    this.voice = voice;
    this.presence = presence;
    this.keys = keys;
    this.ceremonies = ceremonies;
    this.beacon = beacon;
  }

  /** Asks for what is due at a block. */
  void onBlock(long block) {
    if (firstBlock == 0) {
      firstBlock = block;
    }
    if (gathered(block)) {
      askForKey(block);
      askForEntry(block);
    }
  }

  private boolean gathered(long block) {
    int there = presence.nodes().size();
    return there > 1
        && (there >= settings.nodes() || dkgs > 0 || block > firstBlock + GATHER_BLOCKS);
  }

  /** Soon if there is none for a purpose, else for one purpose after the other. */
  private void askForKey(long block) {
    boolean wallet = keys.inUse(Purpose.WALLET, block).isEmpty();
    boolean entry = keys.inUse(Purpose.BEACON, block).isEmpty();
    int pause = wallet || entry ? RETRY_BLOCKS : DKG_BLOCKS;
    boolean settled = ceremonies.hasSettled(dkgs) || block >= lastDkg + LOST_BLOCKS;
    if (dkgs == 0 || (settled && block >= lastDkg + pause)) {
      boolean turn = wallet == entry ? dkgs % 2 == 0 : wallet;
      lastDkg = block;
      Purpose purpose = turn ? Purpose.WALLET : Purpose.BEACON;
      voice.say("chain", new DkgRequest(++dkgs, purpose, group()));
    }
  }

  private Roster group() {
    List<String> nodes = new ArrayList<>(presence.nodes());
    Collections.shuffle(nodes);
    return new Roster(
        nodes.stream().limit(MOST_NODES).sorted().toList(), settings.membersPerNode());
  }

  private void askForEntry(long block) {
    List<Membership> groups = keys.inUse(Purpose.BEACON, block);
    if (!groups.isEmpty() && block >= lastRelay + RELAY_BLOCKS) {
      lastRelay = block;
      Membership newest = groups.get(groups.size() - 1);
      voice.say(
          "chain", new RelayRequest(++relays, newest.id(), newest.key().roster(), beacon.last()));
    }
  }
}
