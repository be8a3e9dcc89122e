package dev.vidiexport.http.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyReaderTest {
  private static final URI SERVICE = URI.create("https://vidi.example.com/");
  private static final String VARIABLE = "http://variable:3128";

  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
  void takesTheVariableOfOtherTools(String variable) {
    assertThat(read(Map.of(), Map.of(variable, VARIABLE)))
        .contains(new ProxyServer(Proxy.Type.HTTP, "variable", 3128, Optional.empty(), variable));
  }

  @Test
  void takesTheFirstVariableThatIsSet() {
    Map<String, String> environment =
        Map.of("https_proxy", "", "HTTPS_PROXY", VARIABLE, "all_proxy", "http://last");

    assertThat(read(Map.of(), environment)).map(ProxyServer::setting).contains("HTTPS_PROXY");
    assertThat(read(Map.of(), Map.of("https_proxy", VARIABLE, "HTTPS_PROXY", "nonsense://")))
        .map(ProxyServer::setting)
        .contains("https_proxy");
  }

  @Test
  void takesNoVariableForOtherAddresses() {
    assertThat(read(Map.of(), Map.of("http_proxy", VARIABLE, "HTTP_PROXY", VARIABLE))).isEmpty();
  }

  @Test
  void takesNoVariableWhereOneExceptsTheService() {
    assertThat(read(Map.of(), Map.of("https_proxy", VARIABLE, "no_proxy", "example.com")))
        .isEmpty();
    assertThat(
            read(
                Map.of(),
                Map.of("https_proxy", VARIABLE, "no_proxy", "other", "NO_PROXY", "example.com")))
        .isPresent();
    assertThat(read(Map.of("http.nonProxyHosts", "*.example.com"), Map.of("https_proxy", VARIABLE)))
        .isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void takesNoVariableOnThisMachineWhateverItHolds() {
    assertThat(
            reader(Map.of(), Map.of("https_proxy", "nonsense://"), Proxy.NO_PROXY)
                .read(URI.create("https://127.0.0.1:8443/"), true, this::tell))
        .isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void takesWhatJavaWasToldBeforeAnyVariable() {
    Map<String, String> properties = Map.of("https.proxyHost", "told", "https.proxyPort", "8080");

    Optional<ProxyServer> proxy =
        reader(properties, Map.of("https_proxy", "nonsense://"), at("told", 8080))
            .read(SERVICE, false, this::tell);

    assertThat(proxy)
        .map(ProxyServer::told)
        .contains("the proxy told:8080 (set by https.proxyHost)");
    assertThat(problems).isEmpty();
  }

  @Test
  void goesDirectlyWhereJavaExceptsTheServiceFromItsProxy() {
    assertThat(read(Map.of("https.proxyHost", "told"), Map.of("https_proxy", "nonsense://")))
        .isEmpty();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "https.proxyHost;http://proxy;https.proxyHost must be only the name or the address of the proxy"
            + ", without scheme and blanks, with the port in https.proxyPort, but was"
            + " \"http://proxy\".",
        "https.proxyHost;proxy:3128;https.proxyHost must be only the name",
        "https.proxyHost;'proxy ';https.proxyHost must be only the name",
        "https.proxyHost;' ';https.proxyHost must be only the name",
        "https.proxyHost;[::1;https.proxyHost must be only the name",
        "https.proxyPort;3128;https.proxyPort needs the name of the proxy in https.proxyHost",
        "https.proxyPort;abc;https.proxyPort must be a whole number from 1 to 65535, but was"
            + " \"abc\".",
        "proxyHost;http://proxy;proxyHost must be only the name",
        "socksProxyHost;socks5://proxy;socksProxyHost must be only the name",
        "socksProxyPort;0;socksProxyPort must be a whole number",
        "socksProxyVersion;6;socksProxyVersion must be 4 or 5, but was \"6\".",
        "http.nonProxyHosts;a.com,b.com;http.nonProxyHosts must be names or addresses of hosts",
        "socksNonProxyHosts;http://a.com;socksNonProxyHosts must be names or addresses of hosts"
      })
  void refusesNonsenseInProperties(String property, String value, String problem) {
    assertThat(read(Map.of(property, value), Map.of("https_proxy", VARIABLE))).isEmpty();
    assertThat(problems).singleElement().asString().startsWith(problem);
  }

  @ParameterizedTest
  @CsvSource({"0", "70000", "-1", "0x50", "' '", "''", "03128", "3128a"})
  void refusesAPortThatIsNone(String port) {
    read(Map.of("https.proxyHost", "proxy", "https.proxyPort", port), Map.of());

    assertThat(problems)
        .containsExactly(
            "https.proxyPort must be a whole number from 1 to 65535, but was \"%s\"."
                .formatted(port));
  }

  @Test
  void keepsAPasswordOutOfItsMessages() {
    read(Map.of("https.proxyHost", "http://me:secret@proxy"), Map.of());
    read(Map.of(), Map.of("https_proxy", "http://me:secret@"));

    assertThat(problems).hasSize(2).noneMatch(problem -> problem.contains("secret"));
  }

  @Test
  void takesWhatHoldsNothingForNotSet() {
    Map<String, String> properties = Map.of("https.proxyHost", "", "https.proxyPort", "");

    assertThat(read(properties, Map.of("https_proxy", VARIABLE))).isPresent();
    assertThat(problems).isEmpty();
  }

  @Test
  void understandsTheExceptionsThatAreUsual() {
    for (String usual :
        List.of("localhost|127.*|[::1]", "*.example.org|10.*|*", "a.com||b.com|*foo*", "::1")) {
      read(Map.of("http.nonProxyHosts", usual), Map.of());
    }

    assertThat(problems).isEmpty();
  }

  private Optional<ProxyServer> read(
      Map<String, String> properties, Map<String, String> environment) {
    return reader(properties, environment, Proxy.NO_PROXY).read(SERVICE, false, this::tell);
  }

  private void tell(IllegalArgumentException wrong) {
    problems.add(wrong.getMessage());
  }

  private static ProxyReader reader(
      Map<String, String> properties, Map<String, String> environment, Proxy chosen) {
    ProxySelector selector =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            return List.of(chosen);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError("Nobody connects here", failure);
          }
        };
    return new ProxyReader(new JavaProperties(properties), environment, selector);
  }

  private static Proxy at(String host, int port) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }
}
