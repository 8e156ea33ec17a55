package org.tron.core.capsule;

/** Java-tron's, as far as a rule sees it. */
public class BlockCapsule {}
