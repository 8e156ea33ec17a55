package io.libp2p.mux.mplex;

/** Signatures only. */
public abstract class MplexHandler {}
