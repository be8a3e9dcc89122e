package dev.vidiexport.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoProxyListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|vidi.example.com",
        "example.com|example.com",
        "example.com|vidi.example.com",
        ".example.com|vidi.example.com",
        ".example.com|example.com",
        "*.example.com|vidi.example.com",
        "EXAMPLE.com|Vidi.Example.COM",
        "example.com.|vidi.example.com",
        "example.com|vidi.example.com.",
        "vidi.example.com:443|vidi.example.com",
        "other, example.com|vidi.example.com",
        "other   example.com|vidi.example.com",
        ",,example.com,|vidi.example.com",
        "vidi.*.com|vidi.example.com",
        "10.1.2.3|10.1.2.3",
        "10.1.2.3:443|10.1.2.3",
        "10.0.0.0/8|10.1.2.3",
        "10.1.2.0/25|10.1.2.127",
        "0.0.0.0/0|10.1.2.3",
        "10.1.*|10.1.2.3",
        "2001:db8::1|2001:db8::1",
        "[2001:db8:0::1]|2001:db8::1",
        "[2001:db8::1]:443|2001:db8::1",
        "2001:db8::/32|2001:db8:1::1"
      })
  void holdsWhatIsCalledDirectly(String list, String host) {
    assertThat(NoProxyList.parse("no_proxy", list).holds(host, 443)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|vidi.example.com",
        "ample.com|vidi.example.com",
        "example.com|notexample.com",
        "vidi.example.com|example.com",
        "example.com|example.com.evil.org",
        "example.com:8443|example.com",
        "example|example.com",
        "3|10.1.2.3",
        "2.3|10.1.2.3",
        "10.1.2.3|10.1.2.30",
        "10.1.2.3:8443|10.1.2.3",
        "10.1.2.0/25|10.1.2.128",
        "11.0.0.0/8|10.1.2.3",
        "10.0.0.0/8|vidi.example.com",
        "2001:db8::/33|2001:db8:8000::1",
        "::/0|10.1.2.3"
      })
  void doesNotHoldWhatGoesThroughTheProxy(String list, String host) {
    assertThat(NoProxyList.parse("no_proxy", list).holds(host, 443)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "example.com:port",
        "example.com:0",
        "10.0.0.0/33",
        "10.0.0.0/",
        "example.com/24",
        "2001:db8::/129",
        "localhost|127.*",
        "a.com;b.com",
        "\"a.com\""
      })
  void refusesWhatNobodyCanMatch(String list) {
    assertThatThrownBy(() -> NoProxyList.parse("NO_PROXY", "localhost," + list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("NO_PROXY must list host names, addresses and ranges")
        .hasMessageContaining("one of them is \"");
  }
}
