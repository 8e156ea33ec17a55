package io.peertap.testapp.signing;

import io.peertap.testapp.crypto.NonceCommitment;

/** First round: a member is ready with these nonces. */
record SigningNonces(NonceCommitment commitment) {}
