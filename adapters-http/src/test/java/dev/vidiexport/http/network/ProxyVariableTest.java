package dev.vidiexport.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyVariableTest {
  @ParameterizedTest
  @CsvSource({
    "http://proxy:3128, proxy, 3128",
    "http://proxy:3128/, proxy, 3128",
    "HTTP://Proxy.example.com:3128, Proxy.example.com, 3128",
    "proxy:3128, proxy, 3128",
    "proxy, proxy, 80",
    "http://proxy, proxy, 80",
    "http://10.1.2.3:8080, 10.1.2.3, 8080",
    "http://[::1]:3128, ::1, 3128",
    "[2001:db8::7], 2001:db8::7, 80",
    "my_proxy.local.:65535, my_proxy.local., 65535"
  })
  void namesAProxyAsOtherToolsDo(String text, String host, int port) {
    assertThat(ProxyVariable.parse("https_proxy", text))
        .isEqualTo(new ProxyServer(Proxy.Type.HTTP, host, port, Optional.empty(), "https_proxy"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:secret@proxy:3128, me, secret",
    "me:secret@proxy, me, secret",
    "http://me@proxy:3128, me, ''",
    "http://DOMAIN%5Cme:p%40s%3A%2Fs%C3%A9@proxy:3128/, DOMAIN\\me, p@s:/sé",
    "http://me:a+b:c@d@proxy, me, a+b:c@d"
  })
  void hasUserNameAndPasswordDecoded(String text, String username, String password) {
    ProxyServer proxy = ProxyVariable.parse("https_proxy", text);

    assertThat(proxy.login()).contains(new ProxyLogin(username, password));
    assertThat(proxy.host()).isEqualTo("proxy");
    assertThat(proxy.toString() + proxy.told()).doesNotContain("secret").doesNotContain("me");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http://proxy:",
        "http://proxy:0",
        "http://proxy:70000",
        "http://proxy:3128/path",
        "http://proxy:3128?query",
        " http://proxy:3128",
        "http://proxy:3128 ",
        "http://proxy:3128\r",
        "http://pro xy:3128",
        "http://256.1.1.1:3128",
        "http://[::1:3128",
        "http://[proxy]:3128",
        "http://::1:3128",
        "http:/proxy:3128",
        "http://proxy,other:3128",
        "-"
      })
  void isRefusedWhenItNamesNone(String text) {
    assertThatThrownBy(() -> ProxyVariable.parse("HTTPS_PROXY", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("HTTPS_PROXY must name a proxy, as http://host:port, but ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks://", "socks4://", "socks5://", "SOCKS5H://", "https://", "ftp://"})
  void isRefusedWhenTheProxyIsOfAnotherKind(String scheme) {
    assertThatThrownBy(() -> ProxyVariable.parse("all_proxy", scheme + "me:secret@proxy:1080"))
        .hasMessageStartingWith(
            "all_proxy must name a proxy that is reached by plain http, as http://host:port, but"
                + " begins with "
                + scheme)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://me:secret@",
        "http://me:secret@proxy:port",
        "http://me:secret@pro xy",
        "http://me:secret%@proxy",
        "http://me:secret%4@proxy",
        "http://me:secret%0A@proxy",
        "http://me:secret%FF@proxy",
        "me:secret",
        "http://me:secret"
      })
  void keepsAPasswordOutOfTheMessage(String text) {
    assertThatThrownBy(() -> ProxyVariable.parse("https_proxy", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("https_proxy must ")
        .hasMessageContaining("not shown")
        .hasMessageNotContaining("secret");
  }

  @Test
  void repeatsWhatHoldsNoPassword() {
    assertThatThrownBy(() -> ProxyVariable.parse("https_proxy", "http://proxy:70000"))
        .hasMessage(
            "https_proxy must name a proxy, as http://host:port, but was \"http://proxy:70000\".");
  }
}
