package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for the token must itself be able to find it. */
class CanaryTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "user@example.com:"})
  void isFoundInAnyWriting(String before) {
    String text = before + Canary.TOKEN + " and more";

    assertThat(Canary.leakedInto(text)).isNotEmpty();
    assertThat(Canary.leakedInto(Base64.getEncoder().encodeToString(text.getBytes(UTF_8))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "Basic (not shown)"})
  void isNotFoundWhereItIsNot(String text) {
    assertThat(Canary.leakedInto(text)).isEmpty();
  }
}
