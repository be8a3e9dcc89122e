package dev.vidiexport.app.bench.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where several measurements of one thing lie. Immutable. */
public record Spread(double median, double least, double most, int count) {
  /** The spread of some measurements, of which there is at least one. */
  public static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  /** In words: {@code 4.12 (4.05..4.40)}. */
  public String shown(int digits) {
    return "%s (%s..%s)"
        .formatted(number(median, digits), number(least, digits), number(most, digits));
  }

  /** For JSON. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", median);
    json.put("min", least);
    json.put("max", most);
    json.put("count", count);
    return json;
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
