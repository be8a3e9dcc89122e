package com.example.sqlite;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Timestamps as SQLite's own functions for dates read them. */
final class IsoText {
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TO_THE_MICROSECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private IsoText() {}

  /** {@code 2016-04-29 10:00:00}, with six digits of fraction where there is one. */
  static String of(LocalDateTime time) {
    return (time.getNano() == 0 ? TO_THE_SECOND : TO_THE_MICROSECOND).format(time);
  }
}
