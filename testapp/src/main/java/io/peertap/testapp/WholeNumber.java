package io.peertap.testapp;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number and says which ones are accepted when it cannot. */
abstract class WholeNumber implements ITypeConverter<Integer> {

  private final int least;
  private final int most;

  private WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer convert(String value) {
    try {
      return inRange(Integer.parseInt(value), value);
    } catch (NumberFormatException e) {
      throw refusal(value);
    }
  }

  private int inRange(int number, String value) {
    if (number < least || number > most) {
      throw refusal(value);
    }
    return number;
  }

  private TypeConversionException refusal(String value) {
    return new TypeConversionException(
        "'" + value + "' is not a whole number from " + least + " to " + most);
  }

  /** Two make a network; each node has a loopback address and a JVM of its own. */
  static final class Nodes extends WholeNumber {
    Nodes() {
      super(2, 100);
    }
  }

  /** Up to a week. */
  static final class Seconds extends WholeNumber {
    Seconds() {
      super(0, 604_800);
    }
  }

  /** Of each node; 0 if there is to be no signing. */
  static final class Members extends WholeNumber {
    Members() {
      super(0, 8);
    }
  }

  /** Where 0 stands for any free port. */
  static final class Port extends WholeNumber {
    Port() {
      super(0, 65_535);
    }
  }
}
