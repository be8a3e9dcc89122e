package dev.vidiexport.app.training;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The rows of a {@link TrainingService}: aggregated viewers, with the keys of today. */
final class TrainingAnswer {
  private static final LocalDateTime FIRST = LocalDateTime.of(2025, 1, 1, 0, 0);
  private static final DateTimeFormatter PERIOD =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Values repeat after so many rows, which is no part of a day. */
  private static final int RHYTHM = 101;

  private TrainingAnswer() {}

  /**
   * A whole answer.
   *
   * @param rows how many rows it has, of five minutes each
   */
  static byte[] finished(int rows) {
    StringBuilder body =
        new StringBuilder("{\"state\": \"finished\", \"creation_date\": \"2025-01-01T00:00:00\"")
            .append(", \"data\": [");
    for (int row = 0; row < rows; row++) {
      body.append(row == 0 ? "" : ", ");
      appendRow(row, body);
    }
    return body.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Nobody was there in two of three periods; a ratio is a decimal, whole, or not known. */
  private static void appendRow(int row, StringBuilder body) {
    int watchers = row % 3 == 0 ? row % RHYTHM : 0;
    int passers = watchers * 3 + row % 8;
    body.append("{\"location_id\": 1056, \"period_start\": \"")
        .append(PERIOD.format(FIRST.plusMinutes(5L * row)))
        .append("\", \"watcher_count\": ")
        .append(watchers)
        .append(", \"dwell_time_in_tenths_of_sec\": ")
        .append(watchers * 80 + row % 20)
        .append(", \"attention_time_in_tenths_of_sec\": ")
        .append(watchers * 20)
        .append(", \"conversion_ratio\": ")
        .append(passers == 0 ? "null" : Math.round(10_000.0 * watchers / passers) / 10_000.0)
        .append('}');
  }
}
