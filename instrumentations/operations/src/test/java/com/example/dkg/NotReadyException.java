package com.example.dkg;

/** This node cannot take part. */
public final class NotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
