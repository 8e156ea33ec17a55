package io.libp2p.etc.types;

/** Signatures only. */
public abstract class WBytes {}
