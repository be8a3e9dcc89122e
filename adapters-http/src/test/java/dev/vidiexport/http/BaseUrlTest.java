package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://vidicenter.quividi.com, https://vidicenter.quividi.com/",
    "https://vidicenter.quividi.com/, https://vidicenter.quividi.com/",
    "HTTPS://VidiCenter.Quividi.com, https://vidicenter.quividi.com/",
    "https://host.example:8443/a/prefix, https://host.example:8443/a/prefix/",
    "http://localhost:8080, http://localhost:8080/",
    "http://127.0.0.1:1/x/, http://127.0.0.1:1/x/",
    "http://127.255.3.4, http://127.255.3.4/",
    "http://[::1]:99/, http://[::1]:99/",
  })
  void keepsThePathAndEndsWithASlash(String text, String expected) {
    assertThat(BaseUrl.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://vidicenter.quividi.com/",
        "http://192.168.0.1/",
        "http://127.0.0.1.evil.example/",
        "http://localhost.evil.example/",
        "http://128.0.0.1/",
        "http://127.1/",
        "http://0.0.0.0/",
        "http://[::2]/",
      })
  void refusesPlainHttpAnywhereButOnThisMachine(String text) {
    assertThatThrownBy(() -> BaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VidiCenter revokes a token that travels unencrypted")
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "htps://vidicenter.quividi.com/",
        "ftp://vidicenter.quividi.com/",
        "vidicenter.quividi.com",
        "//vidicenter.quividi.com/",
        "https:vidicenter.quividi.com",
        "https:/vidicenter.quividi.com",
        "https:\\\\vidicenter.quividi.com",
        "https://",
        "https:///path",
        "https://host:/",
        "https://host:99999/",
        "https://ho st/",
      })
  void refusesWhatIsNoAddressOfAServer(String text) {
    assertThatThrownBy(() -> BaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must look like https://vidicenter.quividi.com/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:sesame@host.example/",
        "https://sesame@host.example/",
        "htps://user:sesame@host.example",
        "https://host.example/?token=sesame",
        "https://host.example/#sesame",
        "http://localhost?sesame",
      })
  void refusesWhatMayHoldASecretAndDoesNotRepeatIt(String text) {
    assertThatThrownBy(() -> BaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sesame");
  }

  @Test
  void namesTheReasonWhyItTakesNoCredentials() {
    assertThatThrownBy(() -> BaseUrl.parse("https://user:sesame@host.example/"))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            wrong -> assertThat(wrong.reason()).isEqualTo(FailureReason.CREDENTIALS_IN_URL))
        .hasMessage("The base URL must not contain a user name or a password.");
  }

  @Test
  void escapesWhatCouldSteerATerminal() {
    assertThatThrownBy(() -> BaseUrl.parse("ftp://\u001b[31mred"))
        .hasMessageContaining("ftp://\\u{001B}[31mred");
  }

  @Test
  void isTheOriginOfItsOwnServerAlone() {
    BaseUrl baseUrl = BaseUrl.parse("https://host.example/");

    assertThat(baseUrl.isOriginOf(HttpUrl.get("https://host.example/other"))).isTrue();
    assertThat(baseUrl.isOriginOf(HttpUrl.get("http://host.example/"))).isFalse();
    assertThat(baseUrl.isOriginOf(HttpUrl.get("https://host.example:444/"))).isFalse();
    assertThat(baseUrl.isOriginOf(HttpUrl.get("https://other.example/"))).isFalse();
  }

  @Test
  void namesItsServerWithAnUnusualPortOnly() {
    assertThat(BaseUrl.parse("https://host.example/").server()).isEqualTo("host.example");
    assertThat(BaseUrl.parse("http://[::1]:8080").server()).isEqualTo("[::1]:8080");
  }
}
