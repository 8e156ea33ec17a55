package io.libp2p.pubsub.gossip;

/** Signatures only. */
public abstract class GossipRouterEventBroadcaster {}
