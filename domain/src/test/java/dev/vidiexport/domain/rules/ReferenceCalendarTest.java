package dev.vidiexport.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceCalendarTest {
  @Test
  void knowsTheCalendar() {
    assertThat(ReferenceCalendar.text(0)).isEqualTo("1970-01-01T00:00:00");
    assertThat(ReferenceCalendar.text(ReferenceCalendar.FIRST_EPOCH_SECOND))
        .isEqualTo("0001-01-01T00:00:00");
    assertThat(ReferenceCalendar.text(ReferenceCalendar.LAST_EPOCH_SECOND))
        .isEqualTo("9999-12-31T23:59:59");
    assertThat(ReferenceCalendar.has("2016-02-29T23:59:59")).isTrue();
    assertThat(ReferenceCalendar.has("1900-02-29T00:00:00")).isFalse();
  }
}
