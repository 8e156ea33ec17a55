package io.peertap.exposition;

import java.math.BigDecimal;

/**
 * A bucket's upper bound as the value of {@code le}: the way Prometheus itself writes the bounds
 * that it reads from protobuf ({@code 1.0}, {@code 1e+06}), so that a series keeps its name whatever
 * format is negotiated.
 */
final class Bound {

  private Bound() {}

  static String text(double bound) {
    if (bound == 0 || Double.isInfinite(bound) || Double.isNaN(bound)) {
      return bound == 0 ? "0.0" : bound > 0 ? "+Inf" : bound < 0 ? "-Inf" : "NaN";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(bound)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    return exponent < -4 || exponent >= 6 ? scientific(decimal, exponent) : plain(decimal);
  }

  private static String plain(BigDecimal decimal) {
    String text = decimal.toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static String scientific(BigDecimal decimal, int exponent) {
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? '.' + digits.substring(1) : "";
    int magnitude = Math.abs(exponent);
    return (decimal.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + 'e'
        + (exponent < 0 ? '-' : '+')
        + (magnitude < 10 ? "0" : "")
        + magnitude;
  }
}
