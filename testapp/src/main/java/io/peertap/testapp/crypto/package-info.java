/**
 * The mathematics of threshold keys on secp256k1: verifiable sharing, FROST and verifiable random
 * values. It shows how they work and does not resist side channels, so it is not for real keys.
 */
package io.peertap.testapp.crypto;
