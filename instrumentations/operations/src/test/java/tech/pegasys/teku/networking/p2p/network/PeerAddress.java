package tech.pegasys.teku.networking.p2p.network;

/** Only named by signatures. */
public interface PeerAddress {}
