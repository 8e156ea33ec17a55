package io.peertap.testapp.beacon;

import io.peertap.testapp.crypto.EqualityProof;
import org.bouncycastle.math.ec.ECPoint;

/** One member's part of an entry, with the proof that its share made it. */
record RelayShare(ECPoint value, EqualityProof proof) {}
