package dev.vidiexport.app.simulation.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.typing.ValueKind;
import java.math.BigDecimal;

/**
 * A row that the service sends. No other build has it, unless its rows are built again.
 *
 * @param source the location or tag
 * @param timeKey what the key of its time is called
 * @param time as the service writes it
 * @param number its number within its build, from 1
 * @param isPlaceholder whether nothing was measured
 * @param build the number of the build
 * @param measure a number
 * @param late what only late rows have; empty where it has not
 * @param extra a key that rows of some requests have; empty where they have none
 */
record ServedRow(
    long source,
    String timeKey,
    String time,
    int number,
    boolean isPlaceholder,
    int build,
    String measure,
    String late,
    String extra) {
  void send(RowReceiver rows) {
    value(rows, "location_id", ValueKind.NUMBER, Long.toString(source));
    value(rows, timeKey, ValueKind.TEXT, time);
    value(rows, "watcher_count", isPlaceholder ? ValueKind.NULL : ValueKind.NUMBER, figure());
    value(rows, "build", ValueKind.TEXT, "B" + build);
    value(rows, "remark", ValueKind.TEXT, remark());
    value(rows, "measure", ValueKind.NUMBER, measure);
    if (!late.isEmpty()) {
      value(rows, "late", ValueKind.TEXT, late);
    }
    if (!extra.isEmpty()) {
      value(rows, extra, ValueKind.TEXT, "of " + extra);
    }
    rows.endRow(0);
  }

  /** What was measured; empty where nothing was. */
  private String figure() {
    return isPlaceholder ? "" : Integer.toString(number);
  }

  private String remark() {
    return build + ", \"" + number;
  }

  private static void value(RowReceiver rows, String key, ValueKind kind, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    rows.value(rows.column(key), kind, utf8, 0, utf8.length);
  }

  /** What tells it from every other row. */
  String identity() {
    return identity(Long.toString(source), time, figure(), "B" + build, remark(), measure, late);
  }

  static String identity(
      String source,
      String time,
      String number,
      String build,
      String remark,
      String measure,
      String late) {
    String plain =
        measure.isEmpty() ? "" : new BigDecimal(measure).stripTrailingZeros().toPlainString();
    return String.join("|", source, time, number, build, remark, plain, late);
  }

  /** The build that a row is of, by its identity. */
  static String buildOf(String identity) {
    return identity.split("\\|", -1)[3];
  }
}
