package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @Test
  void areSentAsUtf8() {
    String header = Credentials.of("zażółć", "gęślą:jaźń").header();

    assertThat(header).startsWith("Basic ");
    assertThat(ByteString.decodeBase64(header.substring("Basic ".length())).utf8())
        .isEqualTo("zażółć:gęślą:jaźń");
  }

  @Test
  void doNotShowTheToken() {
    assertThat(WorkedExample.CREDENTIALS.toString())
        .isEqualTo("Credentials[username=someone, token=(not shown)]");
    assertThat(WorkedExample.settings("https://host.example").toString())
        .doesNotContain(WorkedExample.CREDENTIALS.redaction());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "se\nsame",
        "sesame\r",
        "se\u0000same",
        "se\u0085same",
        "\"same\"",
        "se\u200Bsame",
        "se\u00A0same"
      })
  void refuseATokenThatIsBlankOrHoldsWhatCannotBeSeen(String token) {
    assertThatThrownBy(() -> Credentials.of("someone", token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The token must ")
        .hasMessageNotContaining("same");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\t", "some\u0007one", "some:one", "'someone'", "some\u00ADone"})
  void refuseAUserNameThatBasicAuthenticationCannotCarry(String username) {
    assertThatThrownBy(() -> Credentials.of(username, "sesame"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The user name must ");
  }
}
