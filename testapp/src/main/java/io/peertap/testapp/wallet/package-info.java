/**
 * What wallets do with their keys. A wallet does one thing at a time, since its actions would spend
 * the same coins.
 */
package io.peertap.testapp.wallet;
