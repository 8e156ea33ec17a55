package io.libp2p.core;

import java.util.List;

/** Signatures only. */
public interface Host {
  /** What it speaks. */
  List<?> getProtocols();
}
