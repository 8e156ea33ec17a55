package io.peertap.api;

/**
 * Who takes part in one gossip topic.
 *
 * @param topic the topic
 * @param mesh peers in this node's mesh
 * @param subscribed peers known to be subscribed
 */
public record TopicPeers(String topic, int mesh, int subscribed) {}
