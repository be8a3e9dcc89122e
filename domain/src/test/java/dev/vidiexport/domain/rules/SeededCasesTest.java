package dev.vidiexport.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeededCasesTest {
  @Test
  void printsTheSeedOfACaseThatFails() {
    assertThatThrownBy(() -> SeededCases.run(10, random -> assertThat(random).isNull()))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed 20160429: ");
  }

  @Test
  void triesADifferentCaseEachTime() {
    Set<Long> numbers = new HashSet<>();

    SeededCases.run(100, random -> numbers.add(random.nextLong()));

    assertThat(numbers).hasSize(100);
  }

  @Test
  void judgesTimesByATwinThatKnowsTheCalendar() {
    assertThat(CalendarTwin.text(0)).isEqualTo("1970-01-01T00:00:00");
    assertThat(CalendarTwin.text(CalendarTwin.FIRST_EPOCH_SECOND)).isEqualTo("0001-01-01T00:00:00");
    assertThat(CalendarTwin.text(CalendarTwin.LAST_EPOCH_SECOND)).isEqualTo("9999-12-31T23:59:59");
    assertThat(CalendarTwin.has("2016-02-29T23:59:59")).isTrue();
    assertThat(CalendarTwin.has("1900-02-29T00:00:00")).isFalse();
  }
}
