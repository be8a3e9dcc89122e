package dev.vidiexport.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalendarTwinTest {
  @Test
  void knowsTheCalendar() {
    assertThat(CalendarTwin.text(0)).isEqualTo("1970-01-01T00:00:00");
    assertThat(CalendarTwin.text(CalendarTwin.FIRST_EPOCH_SECOND)).isEqualTo("0001-01-01T00:00:00");
    assertThat(CalendarTwin.text(CalendarTwin.LAST_EPOCH_SECOND)).isEqualTo("9999-12-31T23:59:59");
    assertThat(CalendarTwin.has("2016-02-29T23:59:59")).isTrue();
    assertThat(CalendarTwin.has("1900-02-29T00:00:00")).isFalse();
  }
}
