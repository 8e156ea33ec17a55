package io.peertap.operations.truth;

import java.util.concurrent.CompletableFuture;

/** Named like a convention. */
final class SigningExecutor {

  /** It is signing already. */
  static final class SignerBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Signs at once, through the other one. */
  String sign(String message) {
    return sign(message, "key");
  }

  private static String sign(String message, String key) {
    if (message.isEmpty()) {
      throw new SignerBusyException();
    }
    return key + message;
  }

  /** Signs when asked to. */
  CompletableFuture<String> signLater() {
    return new CompletableFuture<>();
  }
}
