package org.tron.protos;

/** Java-tron's, as far as a rule sees it: messages as protobuf generates them. */
public final class Protocol {

  private Protocol() {}

  /** What a transaction did. */
  public static final class TransactionInfo {
    private final long fee_;
    private final ResourceReceipt receipt_;
    private final int result_;

    /** An info. */
    public TransactionInfo(long fee, long energy, int result) {
      fee_ = fee;
      receipt_ = new ResourceReceipt(energy);
      result_ = result;
    }

    @Override
    public String toString() {
      return fee_ + " " + receipt_ + " " + result_;
    }
  }

  /** What a transaction used. */
  public static final class ResourceReceipt {
    private final long energyUsageTotal_;

    ResourceReceipt(long energy) {
      energyUsageTotal_ = energy;
    }

    @Override
    public String toString() {
      return "energy " + energyUsageTotal_;
    }
  }
}
