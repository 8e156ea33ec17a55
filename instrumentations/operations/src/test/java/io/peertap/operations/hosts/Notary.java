package io.peertap.operations.hosts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Answers by calling back, or by a later call that names the request. */
public class Notary {

  /** Waits for a seal. */
  public interface Reply {
    /** It is there. */
    void sealed();

    /** It is not. */
    void spoiled();

    /** It took too long. */
    void lapsed();

    /** It is not wanted any more. */
    void withdrawn();
  }

  /** Does nothing with it. Waiters of the same name are equal. */
  public record Waiter(String name) implements Reply {
    @Override
    public void sealed() {}

    @Override
    public void spoiled() {}

    @Override
    public void lapsed() {}

    @Override
    public void withdrawn() {}
  }

  /** Seals a deed, some time. */
  public boolean seal(String deed, Reply reply) {
    return !deed.isEmpty();
  }

  /** Seals without an answer. */
  public void seal(String deed) {}

  /** Seals, and says when the deed is on its way. */
  public Future<String> post(String deed, Reply reply) {
    return new CompletableFuture<>();
  }

  /** Asks for a copy. */
  public void request(long number) {}

  /** A copy has come. */
  public void copied(int number) {}
}
