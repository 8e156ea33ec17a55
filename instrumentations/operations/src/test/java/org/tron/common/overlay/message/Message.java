package org.tron.common.overlay.message;

/** Java-tron's, as far as a rule sees it. */
public abstract class Message {}
