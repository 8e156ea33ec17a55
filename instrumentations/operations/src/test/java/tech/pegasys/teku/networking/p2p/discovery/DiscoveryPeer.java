package tech.pegasys.teku.networking.p2p.discovery;

/** Only named by signatures. */
public interface DiscoveryPeer {}
