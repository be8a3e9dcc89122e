package dev.vidiexport.app.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a measurement should come to. Immutable.
 *
 * @param must the bound that is promised
 * @param aim the bound that is hoped for
 * @param unit what stands behind the numbers, such as {@code ×}
 * @param most whether more is worse
 */
public record Goal(String name, double must, double aim, String unit, boolean most) {
  /** At least so many times as fast. */
  public static Goal atLeast(String name, double must, double aim) {
    return new Goal(name, must, aim, " ×", false);
  }

  /** At most so much. */
  public static Goal atMost(String name, double must, double aim, String unit) {
    return new Goal(name, must, aim, unit, true);
  }

  /** The heads of a table of goals. */
  public static MarkdownTable table() {
    return new MarkdownTable("what", "measured", "must", "aim", "verdict");
  }

  /** Adds a row that holds the measurement against this goal, and returns the same for JSON. */
  public Map<String, Object> judge(Spread measured, MarkdownTable table) {
    String sign = most ? "≤ " : "≥ ";
    String verdict = keeps(measured.median(), must) ? "kept" : "NOT KEPT";
    if (keeps(measured.median(), aim)) {
      verdict = "kept, aim reached";
    }
    table.row(
        name,
        measured.shown(2) + unit,
        sign + Spread.number(must, 2) + unit,
        sign + Spread.number(aim, 2) + unit,
        verdict);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("goal", name);
    json.put("measured", measured.json());
    json.put("must", must);
    json.put("aim", aim);
    json.put("kept", keeps(measured.median(), must));
    return json;
  }

  private boolean keeps(double value, double bound) {
    return most ? value <= bound : value >= bound;
  }
}
