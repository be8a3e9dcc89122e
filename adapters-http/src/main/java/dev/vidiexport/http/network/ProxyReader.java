package dev.vidiexport.http.network;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the proxy for an address: the one that Java was told with {@code -D}, or else the one of
 * the variables that other tools read.
 */
public final class ProxyReader {
  /** The first that is set counts, as with curl. */
  private static final List<String> PROXY_VARIABLES =
      List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

  private static final List<String> EXCEPTION_VARIABLES = List.of("no_proxy", "NO_PROXY");

  private final JavaProperties properties;
  private final Map<String, String> environment;
  private final ProxySelector selector;

  /**
   * Reads what it is given, and nothing else.
   *
   * @param selector chooses a proxy by the same properties
   */
  public ProxyReader(
      JavaProperties properties, Map<String, String> environment, ProxySelector selector) {
    this.properties = properties;
    this.environment = environment;
    this.selector = selector;
  }

  /**
   * The proxy for an address, which is called over https.
   *
   * @param onThisMachine whether the address is one of this machine, to which no variable sends
   *     through a proxy
   * @param problems is told what is wrong with the settings, each a whole sentence for the user
   * @return the proxy; empty where none is to be used, or there were problems
   */
  public Optional<ProxyServer> read(
      URI address, boolean onThisMachine, Consumer<IllegalArgumentException> problems) {
    List<IllegalArgumentException> found = new ArrayList<>();
    ProxyProperties named = new ProxyProperties(properties, found::add);
    named.check();
    found.forEach(problems);
    if (!found.isEmpty()) {
      return Optional.empty();
    }
    Proxy chosen = selector.select(address).get(0);
    if (chosen.address() instanceof InetSocketAddress server) {
      return Optional.of(ofJava(chosen.type(), server, named));
    }
    String host = HostText.withoutBrackets(address.getHost());
    if (named.nameOne() || onThisMachine || named.except(host)) {
      return Optional.empty();
    }
    try {
      return ofVariables(host, address.getPort() < 0 ? 443 : address.getPort());
    } catch (IllegalArgumentException wrong) {
      problems.accept(wrong);
      return Optional.empty();
    }
  }

  private static ProxyServer ofJava(
      Proxy.Type type, InetSocketAddress server, ProxyProperties named) {
    return new ProxyServer(
        type,
        HostText.withoutBrackets(server.getHostString()),
        server.getPort(),
        Optional.empty(),
        named.named().orElse("the system"));
  }

  private Optional<ProxyServer> ofVariables(String host, int port) {
    Optional<String> variable = firstSet(PROXY_VARIABLES);
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    NoProxyList exceptions =
        firstSet(EXCEPTION_VARIABLES)
            .map(name -> NoProxyList.parse(name, value(name)))
            .orElseGet(NoProxyList::empty);
    return exceptions.holds(host, port)
        ? Optional.empty()
        : Optional.of(ProxyVariable.parse(variable.get(), value(variable.get())));
  }

  private String value(String variable) {
    return environment.getOrDefault(variable, "");
  }

  private Optional<String> firstSet(List<String> names) {
    return names.stream().filter(name -> !value(name).isEmpty()).findFirst();
  }
}
