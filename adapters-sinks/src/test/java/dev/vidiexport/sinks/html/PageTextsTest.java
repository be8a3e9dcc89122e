package dev.vidiexport.sinks.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, times, spans and lines as a page shows them. */
class PageTextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | 2026-03-01 | 2026-03-07 | 1 – 7 March 2026",
        "EN | 2026-02-26 | 2026-03-01 | 26 February – 1 March 2026",
        "EN | 2025-12-30 | 2026-01-05 | 30 December 2025 – 5 January 2026",
        "EN | 2026-03-01 | 2026-03-01 | 1 March 2026",
        "DE | 2026-03-01 | 2026-03-07 | 1. – 7. März 2026",
        "DE | 2025-12-30 | 2026-01-05 | 30. Dezember 2025 – 5. Januar 2026",
        "FR | 2026-03-01 | 2026-03-07 | du 1er au 7 mars 2026",
        "FR | 2026-02-26 | 2026-03-01 | du 26 février au 1er mars 2026",
        "ES | 2026-03-01 | 2026-03-07 | del 1 al 7 de marzo de 2026",
        "ES | 2026-02-26 | 2026-03-01 | del 26 de febrero al 1 de marzo de 2026"
      })
  void aSpanIsToldAsShortAsItCanBe(
      PageLanguage language, LocalDate first, LocalDate last, String text) {
    assertThat(PageWords.of(language).spans().of(ReportSpan.ofDays(first, last))).isEqualTo(text);
  }

  @Test
  void aSpanWithinDaysHasTimes() {
    ReportSpan span =
        new ReportSpan(
            LocalDateTime.parse("2026-03-01T09:30:00"), LocalDateTime.parse("2026-03-07T17:59:59"));

    assertThat(PageWords.of(PageLanguage.EN).spans().of(span))
        .isEqualTo("1 March 2026 09:30 – 7 March 2026 18:00");
    assertThat(PageWords.of(PageLanguage.DE).spans().of(span))
        .isEqualTo("1. März 2026, 09:30 Uhr – 7. März 2026, 18:00 Uhr");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-01T00:00:00 | 2026-03-07T17:59:59 | du 1er février 2026 au 7 mars 2026 à 18:00",
        "2026-02-01T09:30:00 | 2026-03-07T23:59:59 | du 1er février 2026 à 09:30 au 7 mars 2026"
      })
  void aWholeDayAtTheEndOfASpanHasNoTime(LocalDateTime first, LocalDateTime last, String text) {
    assertThat(PageWords.of(PageLanguage.FR).spans().of(new ReportSpan(first, last)))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | 48,210 | 97.3%",
        "DE | 48.210 | 97,3\u00a0%",
        "FR | 48\u202f210 | 97,3\u00a0%",
        "ES | 48.210 | 97,3\u00a0%"
      })
  void numbersAreThoseOfTheLanguage(PageLanguage language, String count, String ratio) {
    ValueTexts values = PageWords.of(language).values();

    assertThat(values.count(48210)).isEqualTo(count);
    // Which of the spaces that do not break French takes depends on the JDK.
    assertThat(values.ratio(0.9731).replace('\u202f', '\u00a0')).isEqualTo(ratio);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12 | 12", "12.34 | 12.3", "12.96 | 13.0", "1234.5 | 1,235", "0.04 | 0.0"})
  void aMeanOfFewHasOneDigitBehindThePoint(double value, String text) {
    assertThat(PageWords.of(PageLanguage.EN).values().count(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1 | 100%", "0.99999 | 99.9%", "0 | 0%", "0.12345 | 12.3%"})
  void onlyAllIsHundredPerCent(double value, String text) {
    assertThat(PageWords.of(PageLanguage.EN).values().ratio(value)).isEqualTo(text);
  }

  @Test
  void whatIsNotThereIsADash() {
    ValueTexts values = PageWords.of(PageLanguage.EN).values();

    assertThat(values.orDash(OptionalDouble.empty(), values::count)).isEqualTo("–");
    assertThat(values.orDash(OptionalDouble.of(0), values::count)).isEqualTo("0");
  }

  @Test
  void aSparklineBeginsAtZeroAndHasGaps() {
    Sparkline line =
        Sparkline.of(
                List.of(
                    OptionalDouble.of(0),
                    OptionalDouble.of(10),
                    OptionalDouble.empty(),
                    OptionalDouble.of(5)))
            .orElseThrow();

    assertThat(line.path()).isEqualTo("M2.0 34.0h0L80.7 2.0M238.0 18.0h0");
  }

  @Test
  void aSparklineOfOneValueIsNone() {
    assertThat(Sparkline.of(List.of(OptionalDouble.of(1), OptionalDouble.empty()))).isEmpty();
  }

  @Test
  void marginsOfAPrintTakeNothingLiterally() {
    String style = PrintMargins.of("\"}</style><script>\ud83c\udf55", "1 – 7");

    assertThat(style)
        .startsWith("@page{@top-left{content:\"\\000022\\00007d\\00003c\\00002fstyle")
        .contains("\\01f355\"}")
        .contains("1\\000020\\002013\\0000207")
        .doesNotContain("<");
  }

  @Test
  void aLongTextEndsInAnEllipsisBetweenCharacters() {
    assertThat(ShortText.of("abc", 3)).isEqualTo("abc");
    assertThat(ShortText.of("\ud83c\udf55\ud83c\udf55\ud83c\udf55", 2)).isEqualTo("\ud83c\udf55…");
  }

  @ParameterizedTest
  @CsvSource({"en, EN", "de, DE", "fr, FR", "es, ES"})
  void aLanguageIsFoundByItsTag(String tag, PageLanguage language) {
    assertThat(PageLanguage.find(tag)).contains(language);
    assertThat(PageLanguage.find(tag + "-XX")).isEmpty();
  }
}
