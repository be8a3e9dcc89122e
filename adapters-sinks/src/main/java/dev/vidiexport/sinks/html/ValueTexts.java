package dev.vidiexport.sinks.html;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Numbers, times and dates as the language of a page writes them. Not for several threads. */
final class ValueTexts {
  /** From here on nobody needs the digits behind the point. */
  private static final double LARGE = 100;

  /** The most that is not all, with one digit behind the point. */
  private static final double ALMOST_ALL = 0.999;

  private final Messages messages;
  private final Locale locale;
  private final NumberFormat whole;
  private final NumberFormat decimal;
  private final NumberFormat percent;

  ValueTexts(PageLanguage language, Messages messages) {
    this.messages = messages;
    locale = language.locale();
    whole = NumberFormat.getIntegerInstance(locale);
    whole.setRoundingMode(RoundingMode.HALF_UP);
    decimal = NumberFormat.getNumberInstance(locale);
    decimal.setMinimumFractionDigits(1);
    decimal.setMaximumFractionDigits(1);
    decimal.setRoundingMode(RoundingMode.HALF_UP);
    percent = NumberFormat.getPercentInstance(locale);
    percent.setMaximumFractionDigits(1);
    percent.setRoundingMode(RoundingMode.HALF_UP);
  }

  /** How many; one digit behind the point where that is a mean of few. */
  String count(double value) {
    return value == Math.rint(value) || Math.abs(value) >= LARGE
        ? whole.format(value)
        : decimal.format(value);
  }

  /** A part as a percentage, which is all or nothing only where it is exactly that. */
  String ratio(double value) {
    return percent.format(value < 1 && value > ALMOST_ALL ? ALMOST_ALL : value);
  }

  /** A change, with its sign. */
  String change(double value) {
    return (value > 0 ? "+" : "") + percent.format(value);
  }

  /** A time in seconds, without the unit. */
  String seconds(double value) {
    return decimal.format(value);
  }

  /** A time in seconds, with the unit. */
  String secondsWithUnit(double value) {
    return messages.phrase("seconds", Argument.of("value", seconds(value))).plain();
  }

  /** What stands where there is no value. */
  String orDash(OptionalDouble value, DoubleFunction<String> text) {
    return value.isPresent() ? text.apply(value.getAsDouble()) : messages.text("missing.sign");
  }

  /** A day with its weekday and month, without the year. */
  String day(LocalDate date) {
    return date.format(DateTimeFormatter.ofPattern(messages.datePattern("date.day", date), locale));
  }

  /** A day as a table shows it. */
  String dayInTable(LocalDate date) {
    return date.format(pattern("date.table"));
  }

  /** A day where there is little room. */
  String shortDay(LocalDate date) {
    return date.format(pattern("date.short"));
  }

  /** A month where there is little room. */
  String shortMonth(YearMonth month) {
    return month.format(pattern("date.month"));
  }

  String weekday(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  /** The hour that begins then. */
  String hour(int hour) {
    return LocalTime.of(hour, 0).format(pattern("date.hour"));
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(messages.text(key), locale);
  }
}
