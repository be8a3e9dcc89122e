package dev.vidiexport.sinks.html;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that a page can be in, with its way to write numbers and dates. */
public enum PageLanguage {
  /** English, with the day before the month and 24 hours. */
  EN(Locale.UK),
  /** German. */
  DE(Locale.GERMANY),
  /** French. */
  FR(Locale.FRANCE),
  /** Spanish. */
  ES(new Locale("es", "ES"));

  private final Locale locale;

  PageLanguage(Locale locale) {
    this.locale = locale;
  }

  /** The language of a tag such as {@code de}, exactly so; empty where there is no page in it. */
  public static Optional<PageLanguage> find(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** Its tag by BCP 47, which is its name for users. */
  public String tag() {
    return locale.getLanguage();
  }

  /** How it writes numbers and dates. */
  Locale locale() {
    return locale;
  }

  /** Whether so many things are told in the singular. */
  boolean isSingular(double count) {
    return this == FR ? Math.abs(count) < 2 : count == 1;
  }
}
