package io.peertap.testapp;

import io.peertap.testapp.ping.PingTest;
import io.peertap.testapp.ping.RemoteNode;
import io.peertap.testapp.work.Workers;
import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.Member;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Tests now and then whether a node picked at random answers. */
final class Pinger {

  private static final int EVERY_BLOCKS = 10;

  private final Cluster cluster;
  private final PingTest test;
  private final Workers workers;

  Pinger(Cluster cluster, PingTest test, Workers workers) {
    this.cluster = cluster;
    this.test = test;
    this.workers = workers;
  }

  void onBlock(long block) {
    List<Member> others = List.copyOf(cluster.otherMembers());
    if (block % EVERY_BLOCKS == 0 && !others.isEmpty()) {
      Member peer = others.get(ThreadLocalRandom.current().nextInt(others.size()));
      var unused = workers.follow(test.ping(new RemoteNode(peer.alias(), peer.address())));
    }
  }
}
