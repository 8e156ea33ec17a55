package tech.pegasys.teku.beacon.sync.fetch;

import org.apache.tuweni.bytes.Bytes32;

/** Teku's, as far as a rule sees it. */
public class FetchBlockTask extends AbstractFetchTask<Bytes32, Object> {

  /** A task that ends so. */
  public FetchBlockTask(FetchResult.Status status) {
    super(status);
  }
}
