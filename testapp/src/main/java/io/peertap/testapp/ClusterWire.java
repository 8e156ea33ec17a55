package io.peertap.testapp;

import io.peertap.testapp.net.Wire;
import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.Member;
import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.Transport;
import reactor.core.publisher.Mono;

/** Reaches the other nodes over the connections of the cluster, one by one. */
final class ClusterWire implements Wire {

  static final String QUALIFIER = "testapp/channel";

  private final Cluster cluster;
  private final Transport transport;

  ClusterWire(Cluster cluster, Transport transport) {
    this.cluster = cluster;
    this.transport = transport;
  }

  @Override
  public void toAll(byte[] bytes) {
    for (Member member : cluster.otherMembers()) {
      Message message = Message.withQualifier(QUALIFIER).data(bytes).build();
      transport
          .send(member.address(), message)
          .onErrorResume(gone -> Mono.empty())
          .subscribe();
    }
  }
}
