package acme;

/** Two methods alike; a rule chooses one of them. */
public final class Signer {

  private int signatures;

  /** The one that is ruled. */
  public void sign() {
    signatures++;
  }

  /** The one that is timed by hand. */
  public void count() {
    signatures++;
  }

  /** How often either was called. */
  public int signatures() {
    return signatures;
  }
}
