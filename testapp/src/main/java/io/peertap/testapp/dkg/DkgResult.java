package io.peertap.testapp.dkg;

import java.util.Map;
import org.bouncycastle.math.ec.ECPoint;

/** What a group publishes: its key, and what it takes for anybody to check it. */
public record DkgResult(
    DkgRequest request,
    Map<Integer, DkgIntroduction> introductions,
    ECPoint publicKey,
    long block) {

  long number() {
    return request.number();
  }
}
