package io.peertap.testapp.crypto;

import org.bouncycastle.math.ec.ECPoint;

/** One member's nonces in the exponent. */
public record NonceCommitment(ECPoint hiding, ECPoint binding) {}
