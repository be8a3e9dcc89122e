package dev.vidiexport.http.sandbox.data;

import java.time.LocalDateTime;
import java.time.temporal.ChronoField;

/** Writes values as VidiCenter does. */
public final class VidiCenterJson {
  private static final String HEX = "0123456789abcdef";
  private static final double THOUSANDTHS = 1000;

  private VidiCenterJson() {}

  /** A text in quotes, with the escapes that it needs. */
  public static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2);
    appendQuoted(text, json);
    return json.toString();
  }

  static void appendQuoted(String text, StringBuilder json) {
    json.append('"');
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '"' || character == '\\') {
        json.append('\\').append(character);
      } else if (character < ' ') {
        json.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 15));
      } else {
        json.append(character);
      }
    }
    json.append('"');
  }

  /** With up to three digits of fraction, and at least one: {@code 12.0}, {@code 0.782}. */
  static void appendDecimal(double value, StringBuilder json) {
    long scaled = Math.round(value * THOUSANDTHS);
    if (scaled < 0) {
      json.append('-');
      scaled = -scaled;
    }
    json.append(scaled / 1000).append('.').append((char) ('0' + scaled / 100 % 10));
    if (scaled % 100 != 0) {
      json.append((char) ('0' + scaled / 10 % 10));
      if (scaled % 10 != 0) {
        json.append((char) ('0' + scaled % 10));
      }
    }
  }

  /** To the second: {@code 2016-04-29 10:00:00}. */
  public static void appendTime(LocalDateTime time, char separator, StringBuilder json) {
    appendDate(time, json);
    json.append(separator);
    appendHourAndMinute(time, json);
    json.append(':');
    appendDigits(time.getSecond(), 2, json);
  }

  /** To the microsecond, where the time has a fraction. */
  static void appendPreciseTime(LocalDateTime time, StringBuilder json) {
    appendTime(time, 'T', json);
    int micros = time.get(ChronoField.MICRO_OF_SECOND);
    if (micros != 0) {
      json.append('.');
      appendDigits(micros, 6, json);
    }
  }

  static void appendDate(LocalDateTime time, StringBuilder json) {
    appendDigits(time.getYear(), 4, json);
    json.append('-');
    appendDigits(time.getMonthValue(), 2, json);
    json.append('-');
    appendDigits(time.getDayOfMonth(), 2, json);
  }

  static void appendHourAndMinute(LocalDateTime time, StringBuilder json) {
    appendDigits(time.getHour(), 2, json);
    json.append(':');
    appendDigits(time.getMinute(), 2, json);
  }

  private static void appendDigits(int value, int digits, StringBuilder json) {
    int unit = 1;
    for (int digit = 1; digit < digits; digit++) {
      unit *= 10;
    }
    for (; unit > 0; unit /= 10) {
      json.append((char) ('0' + value / unit % 10));
    }
  }
}
