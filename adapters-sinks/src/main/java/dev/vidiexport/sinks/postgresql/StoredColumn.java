package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.postgresql.ExistingColumns.ExistingColumn;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.SliceColumn;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A column that is read: as the server's text of each value, which is exact for all types, and the
 * same whatever the session is set to. Immutable.
 *
 * @param column what the history has there
 * @param existing what the table has
 */
record StoredColumn(SliceColumn column, ExistingColumn existing) {
  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();
  private static final int MOST_YEAR = 9999;
  private static final int MOST_CHARACTERS = 100;

  /** The text, in SQL. Moments are told in UTC. */
  String expression() {
    String quoted = QuotedName.of(existing.name());
    return "CAST(%s AS text)"
        .formatted(
            existing.type().isOf(ColumnForm.MOMENT)
                ? "timezone('UTC', %s)".formatted(quoted)
                : quoted);
  }

  /**
   * Puts a value.
   *
   * @param place of the column among those that the filler takes
   * @throws IOException when it is none that a history has there
   */
  void put(String stored, RowFiller filler, int place) throws IOException {
    try {
      switch (ColumnForm.of(column.column())) {
        case WHOLE -> filler.putWhole(place, Long.parseLong(stored));
        case DECIMAL -> filler.putDecimal(place, Double.parseDouble(stored));
        case BOOLEAN -> filler.putTruth(place, truth(stored));
        case LOCAL_TIME, MOMENT -> filler.putTimestampMicros(place, micros(stored));
        case DAY -> filler.putText(place, requireYear(LocalDate.parse(stored)).toString());
        case TEXT, NESTED -> filler.putText(place, stored);
      }
    } catch (NumberFormatException | DateTimeException other) {
      throw unexpected(stored, other);
    }
  }

  private static boolean truth(String stored) {
    return switch (stored) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NumberFormatException(stored);
    };
  }

  private static long micros(String stored) {
    LocalDateTime time = LocalDateTime.parse(stored.replace(' ', 'T'));
    requireYear(time.toLocalDate());
    return ChronoUnit.MICROS.between(EPOCH, time);
  }

  /** The server knows years before and after those that a history can have. */
  private static LocalDate requireYear(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > MOST_YEAR) {
      throw new DateTimeException("another year");
    }
    return day;
  }

  private IOException unexpected(String stored, RuntimeException cause) {
    String shown =
        stored.length() <= MOST_CHARACTERS
            ? stored
            : stored.substring(0, stored.offsetByCodePoints(0, MOST_CHARACTERS / 2)) + "…";
    return new IOException(
        "the column %s, which is %s, holds \"%s\", and the history has %s values there. Look who has changed the table."
            .formatted(
                QuotedName.of(existing.name()),
                existing.declared(),
                shown,
                column.column().type().label()),
        cause);
  }
}
