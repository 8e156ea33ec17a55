package com.example.wasm;

/** Runs modules. */
public final class WasmRunner {

  /** Why a run ended. */
  public enum Exit {
    OK,
    TRAP,
    OUT_OF_GAS
  }

  /** What a run left. */
  public record Run(Exit exit, long gasUsed) {}

  /** Runs a module. */
  public Run execute(byte[] module, Exit exit, long gas) {
    return new Run(exit, gas);
  }
}
