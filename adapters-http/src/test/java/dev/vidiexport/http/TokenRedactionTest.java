package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRedactionTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "someone:", "someone@example.com:"})
  void areHiddenInBase64WhereverTheyBegin(String before) {
    for (String after : new String[] {"", "a", "ab"}) {
      byte[] bytes = (before + WorkedExample.TOKEN + after).getBytes(UTF_8);

      for (Base64.Encoder encoder :
          new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
        String hidden =
            WorkedExample.CREDENTIALS.hiddenIn("x " + encoder.encodeToString(bytes) + " y");

        assertThat(hidden).startsWith("x ").contains("(not shown)").endsWith(" y");
        assertThat(hidden.replace("(not shown)", "")).hasSizeLessThan(4 * before.length() / 3 + 16);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary-7f3a9c/+Token",
        "canary-7f3a9c\\/+Token",
        "canary-7f3a9c%2F%2BToken",
        "canary-7f3a9c%2f%2bToken"
      })
  void areHiddenAsTheyAreAndEscaped(String writing) {
    assertThat(WorkedExample.CREDENTIALS.hiddenIn("<" + writing + ">")).isEqualTo("<(not shown)>");
  }

  @Test
  void areHiddenWhereTheTextWasCut() {
    assertThat(WorkedExample.CREDENTIALS.hiddenIn("a canary-7f3… b Samp… canar…"))
        .isEqualTo("a (not shown)… b Samp… (not shown)…");
  }

  @Test
  void leaveOtherTextsAlone() {
    String text = "Invalid API Token, canary-7f3a9";

    assertThat(WorkedExample.CREDENTIALS.hiddenIn(text)).isEqualTo(text);
    assertThat(Credentials.of("me", "abcd").hiddenIn("Y2Q and YWJj")).isEqualTo("Y2Q and YWJj");
  }
}
