package io.libp2p.transport.implementation;

import io.libp2p.core.Connection;

/** Signatures only. */
public abstract class ConnectionOverNetty extends P2PChannelOverNetty implements Connection {}
