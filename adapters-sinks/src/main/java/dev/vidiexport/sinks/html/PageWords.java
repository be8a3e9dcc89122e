package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.WeekPart;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** All that says things in the language of a page. */
record PageWords(PageLanguage language, Messages messages, ValueTexts values, SpanTexts spans) {
  /** Places of a chart that ranks them, but for the main ranking, which says itself how many. */
  private static final int MOST_IN_RANKING = 20;

  /** Code points of a name within a sentence. */
  private static final int LONGEST_NAME = 60;

  /** What rows are called that are one viewer each. */
  private static final String FINEST = "finest";

  /**
   * Those of a language for a report. Where a row is one viewer, a time without rows is not said to
   * be without measurement: nobody knows.
   */
  static PageWords of(PageLanguage language, AudienceReport report) {
    Messages messages = Messages.of(language);
    boolean finest =
        report.origins().stream().anyMatch(origin -> origin.timeResolution().equals(FINEST));
    return of(language, finest ? messages.ofUnknown() : messages);
  }

  /** Those of a language. */
  static PageWords of(PageLanguage language) {
    return of(language, Messages.of(language));
  }

  private static PageWords of(PageLanguage language, Messages messages) {
    return new PageWords(
        language, messages, new ValueTexts(language, messages), new SpanTexts(language, messages));
  }

  String text(String key) {
    return messages.text(key);
  }

  Phrase phrase(String key, Argument... arguments) {
    return messages.phrase(key, arguments);
  }

  /** A heading, which begins with a capital. */
  Phrase heading(String key, Argument... arguments) {
    return messages.phrase(key, arguments).capitalised(language.locale());
  }

  /** So many of a kind, such as "48,210 watchers". */
  Phrase counted(CountKind kind, double count) {
    return messages.counted(
        "counted." + kind.word(), count, Argument.of("count", values.count(count)));
  }

  /** So many of what the main figure counts; "not measured" where that is so. */
  Phrase counted(CountKind kind, OptionalDouble count) {
    return count.isPresent()
        ? counted(kind, count.getAsDouble())
        : Phrase.of(messages.text("missing.text"));
  }

  /** So many places, by what a report takes for one. */
  Phrase places(AudienceReport report, double count) {
    return messages.counted(
        "places." + placeWord(report), count, Argument.of("count", values.count(count)));
  }

  private static String placeWord(AudienceReport report) {
    if (report.level() == PlaceLevel.SITE) {
      return "sites";
    }
    return switch (report.main()) {
      case WATCHERS, OTS -> "screens";
      case FOOTFALL, VEHICLES -> "cameras";
    };
  }

  String kind(CountKind kind) {
    return messages.text("kind." + kind.word());
  }

  String daypart(Daypart part) {
    return messages.text("daypart." + part.name().toLowerCase(Locale.ROOT));
  }

  /** A part of the week, such as "Saturday afternoon". */
  String weekPart(WeekPart part) {
    return messages
        .phrase(
            "weekpart." + part.part().name().toLowerCase(Locale.ROOT),
            Argument.of("weekday", values.weekday(part.weekday())))
        .plain();
  }

  /** People of a gender and an age, such as "young women". */
  String group(int gender, int age) {
    return messages.text("group." + gender + "." + age);
  }

  /** What a place is called: its label; without one, its id. */
  String name(PlaceName place) {
    return place
        .label()
        .filter(label -> !label.isBlank())
        .orElseGet(() -> place.id().isBlank() ? messages.text("place.unnamed") : place.id());
  }

  /** A place in a message, shortened where it would fill the page. */
  Argument place(PlaceName place) {
    return Argument.name("place", ShortText.of(name(place), LONGEST_NAME));
  }

  /** A summary, and that the chart leaves places out where it does. */
  Phrase ofFirst(Phrase summary, int places) {
    return places <= MOST_IN_RANKING
        ? summary
        : Phrase.joined(
            List.of(
                summary,
                phrase("summary.part", Argument.of("count", values.count(MOST_IN_RANKING)))),
            " ");
  }
}
