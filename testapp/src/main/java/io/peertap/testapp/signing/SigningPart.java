package io.peertap.testapp.signing;

import java.math.BigInteger;

/** Second round: a member's part of the signature. */
record SigningPart(BigInteger part) {}
