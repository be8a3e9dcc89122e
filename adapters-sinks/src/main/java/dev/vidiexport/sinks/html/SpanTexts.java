package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Spans of time as the language of a page tells them, as short as they can be told. Immutable. */
final class SpanTexts {
  private static final String WHOLE_DAY = "span.day";

  private final Messages messages;
  private final Locale locale;

  SpanTexts(PageLanguage language, Messages messages) {
    this.messages = messages;
    locale = language.locale();
  }

  /** The days of a span, with the times of day where it begins or ends within a day. */
  String of(ReportSpan span) {
    return span.hasPartialDays()
        ? between("span.times", begin(span.first()), end(span.last()))
        : days(span.firstDay(), span.lastDay());
  }

  private String begin(LocalDateTime first) {
    return first.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? text(first.toLocalDate(), WHOLE_DAY)
        : moment(first);
  }

  /** A last second as people tell it: by what comes after it. */
  private String end(LocalDateTime last) {
    LocalDateTime after = last.plusSeconds(1);
    return after.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? text(last.toLocalDate(), WHOLE_DAY)
        : moment(after);
  }

  private String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return text(first, WHOLE_DAY);
    }
    if (first.getYear() != last.getYear()) {
      return between("span.days", text(first, WHOLE_DAY), text(last, WHOLE_DAY));
    }
    String begin = first.getMonth() == last.getMonth() ? "span.begin.day" : "span.begin.month";
    return between("span.days", text(first, begin), text(last, WHOLE_DAY));
  }

  private String between(String key, String first, String last) {
    return messages.phrase(key, Argument.of("first", first), Argument.of("last", last)).plain();
  }

  private String moment(LocalDateTime time) {
    return formatter(time.toLocalDate(), "span.moment").format(time);
  }

  private String text(LocalDate date, String key) {
    return formatter(date, key).format(date);
  }

  private DateTimeFormatter formatter(LocalDate date, String key) {
    return DateTimeFormatter.ofPattern(messages.datePattern(key, date), locale);
  }
}
