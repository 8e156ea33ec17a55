package io.peertap.operations.hosts;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Signs. */
@Traced
public class Signer extends Step {

  /** What a signer can be asked for. */
  public enum Kind {
    SIGN,
    VERIFY
  }

  private final Kind kind;

  /** A signer. */
  public Signer(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String execute(String name) {
    return kind + name;
  }

  @Override
  protected void prepare() {}

  /** Signs at once. */
  public boolean sign(byte[] message) {
    return message.length > 0;
  }

  /** Signs for many. */
  public void sign(List<String> members, Kind wanted, long amount) {}

  /** Signs later. */
  public CompletableFuture<Object> signLater(String message) {
    return new CompletableFuture<>();
  }

  /** Whether it signs. */
  public static boolean signs() {
    return true;
  }

  private void signInSecret() {}

  /** Reveals nothing. */
  public void getSigned() {
    signInSecret();
  }

  /** Of a class within. */
  public static final class Inner {
    /** Signs. */
    public void sign() {}
  }
}
