package com.example.pay;

/** A channel between two parties that pay each other many times and settle once. */
public final class PaymentChannel {

  private long capacity;
  private long paid;

  /** An amount of money. */
  public record Amount(long units) {}

  /** Opens the channel with a deposit. */
  public void open(long id, Amount deposit) {
    if (deposit.units() <= 0) {
      throw new IllegalArgumentException("deposit");
    }
    capacity = deposit.units();
  }

  /** Pays; false if the channel is too small. */
  public boolean pay(Amount amount) {
    if (paid + amount.units() > capacity) {
      return false;
    }
    paid += amount.units();
    return true;
  }

  /** Closed by both. */
  public void close(long id) {
    capacity = 0;
  }

  /** Closed by one, against the other. */
  public void dispute(long id) {
    capacity = 0;
  }
}
