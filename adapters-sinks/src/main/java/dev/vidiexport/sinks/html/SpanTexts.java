package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Spans of time as the language of a page tells them, as short as they can be told. Immutable. */
final class SpanTexts {
  private final Messages messages;
  private final Locale locale;

  SpanTexts(PageLanguage language, Messages messages) {
    this.messages = messages;
    locale = language.locale();
  }

  /** The days of a span, with the times of day where it begins or ends within a day. */
  String of(ReportSpan span) {
    return span.hasPartialDays()
        ? between("span.times", moment(span.first()), moment(end(span)))
        : days(span.firstDay(), span.lastDay());
  }

  /** Its last second as people tell the end of a time: by what comes after it. */
  private static LocalDateTime end(ReportSpan span) {
    return span.last().getSecond() == LocalTime.MAX.getSecond()
        ? span.last().plusSeconds(1)
        : span.last();
  }

  private String days(LocalDate first, LocalDate last) {
    String whole = messages.text("span.day");
    if (first.equals(last)) {
      return text(first, whole);
    }
    if (first.getYear() != last.getYear()) {
      return between("span.days", text(first, whole), text(last, whole));
    }
    String begin = first.getMonth() == last.getMonth() ? "span.begin.day" : "span.begin.month";
    return between("span.days", text(first, messages.text(begin)), text(last, whole));
  }

  private String between(String key, String first, String last) {
    return messages.phrase(key, Argument.of("first", first), Argument.of("last", last)).plain();
  }

  private String moment(LocalDateTime time) {
    return DateTimeFormatter.ofPattern(messages.text("span.moment"), locale).format(time);
  }

  /** The first of a month has a name of its own in some languages. */
  private String text(LocalDate date, String pattern) {
    String day = date.getDayOfMonth() == 1 ? messages.text("date.first") : "d";
    return DateTimeFormatter.ofPattern(pattern.replace("D", day), locale).format(date);
  }
}
