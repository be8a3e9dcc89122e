package dev.vidiexport.app.bench.body;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes objects as VidiCenter does, with a space behind commas and colons. Not thread-safe. */
final class JsonRow {
  private static final DateTimeFormatter DATE = format("uuuu-MM-dd");
  private static final DateTimeFormatter SECOND = format("HH:mm:ss");
  private static final DateTimeFormatter MINUTE = format("HH:mm");
  private static final long FRACTIONS = 10_000_000_000_000L;

  private final StringBuilder text;

  JsonRow(StringBuilder text) {
    this.text = text;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  JsonRow begin() {
    text.append('{');
    return this;
  }

  JsonRow end() {
    text.append('}');
    return this;
  }

  JsonRow put(String key, long value) {
    key(key).append(value);
    return this;
  }

  JsonRow putNull(String key) {
    key(key).append("null");
    return this;
  }

  JsonRow putText(String key, String value) {
    key(key).append('"').append(value).append('"');
    return this;
  }

  /** A decimal of up to four digits of fraction, as a rounded ratio has them. */
  JsonRow putTenThousandths(String key, long value) {
    int digits = 4;
    long fraction = value % 10_000;
    while (digits > 1 && fraction % 10 == 0) {
      fraction /= 10;
      digits--;
    }
    key(key).append(value / 10_000).append('.');
    String written = Long.toString(fraction);
    text.append("0".repeat(digits - written.length())).append(written);
    return this;
  }

  /** A decimal with thirteen digits of fraction, as a quotient has them. */
  JsonRow putLongDecimal(String key, long whole, long fraction) {
    key(key).append(whole).append('.');
    text.append(FRACTIONS + Math.floorMod(fraction, FRACTIONS)).deleteCharAt(text.length() - 14);
    return this;
  }

  /** The time as aggregated rows have it, three times over. */
  JsonRow putPeriod(LocalDateTime start) {
    String date = DATE.format(start);
    return putText("period_start", date + " " + SECOND.format(start))
        .putText("period_start_date", date)
        .putText("period_start_time", MINUTE.format(start));
  }

  /** The time as raw rows have it. */
  JsonRow putMoment(String key, LocalDateTime moment) {
    return putText(key, DATE.format(moment) + "T" + SECOND.format(moment));
  }

  JsonRow beginList(String key) {
    key(key).append('[');
    return this;
  }

  JsonRow next() {
    text.append(", ");
    return this;
  }

  JsonRow endList() {
    text.append(']');
    return this;
  }

  private StringBuilder key(String key) {
    if (text.charAt(text.length() - 1) != '{') {
      text.append(", ");
    }
    return text.append('"').append(key).append("\": ");
  }
}
