package io.libp2p.etc;

import io.libp2p.core.Connection;
import io.netty.util.AttributeKey;

/** Signatures only. */
public abstract class AttributesKt {
  private AttributesKt() {}

  /** Where a channel keeps the connection that it carries. */
  public static native AttributeKey<Connection> getCONNECTION();
}
