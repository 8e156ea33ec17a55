package com.example.task;

/** Receipts: signed statements of who did what. */
public final class ReceiptIssuer {

  /** Issues a receipt. */
  public byte[] issue(String worker, int size) {
    if (worker.isEmpty()) {
      throw new IllegalArgumentException("nobody did it");
    }
    return new byte[size];
  }

  /** Whether a receipt is genuine. */
  public boolean verify(byte[] receipt) {
    return receipt.length > 0;
  }
}
