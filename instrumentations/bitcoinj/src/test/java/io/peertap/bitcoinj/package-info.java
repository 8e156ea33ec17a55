/** bitcoinj on loopback, its oldest and its newest release in turn, against what the tests count. */
package io.peertap.bitcoinj;
