package io.libp2p.mux.yamux;

/** Signatures only. */
public abstract class YamuxHandler {}
