package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.text.QuotedText;

/** What every message must keep to, whatever came from outside. */
public final class MessageRules {
  private static final int MOST_CHARACTERS = 1_000;

  private MessageRules() {}

  /** Returns a message that is fit to be shown: short, on one line, and without the token. */
  public static String checked(String message) {
    assertThat(message).hasSizeLessThan(MOST_CHARACTERS);
    return printable(message);
  }

  /** Returns a text in which nothing is that a terminal would act on, nor the token. */
  public static String printable(String text) {
    assertThat(QuotedText.isPrintable(text)).as("is printable: %s", text).isTrue();
    assertThat(text).doesNotContain(WorkedExample.TOKEN);
    return text;
  }
}
