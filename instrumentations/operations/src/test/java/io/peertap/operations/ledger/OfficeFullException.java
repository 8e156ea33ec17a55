package io.peertap.operations.ledger;

/** No more applicants today. */
final class OfficeFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
