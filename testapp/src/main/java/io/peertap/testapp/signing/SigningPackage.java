package io.peertap.testapp.signing;

import io.peertap.testapp.crypto.NonceCommitment;
import java.util.Map;

/** The coordinator's choice: what is signed, and by whom with which nonces. */
record SigningPackage(String message, Map<Integer, NonceCommitment> commitments) {}
