package io.libp2p.etc.types;

import java.util.Set;

/** Signatures only. */
public interface MultiBiMap<F, S> {
  /** All that go with this second one. */
  Set<F> getBySecond(S second);

  /** All second ones. */
  Set<S> valuesSecond();
}
