package dev.vidiexport.http.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Checks the properties that name proxies to Java, which would make the best of nonsense. */
final class ProxyProperties {
  /** What Java looks for, in this order, to call an https address. */
  private static final List<String> PREFIXES = List.of("https.proxy", "proxy", "socksProxy");

  private static final String SOCKS_VERSION = "socksProxyVersion";
  private static final List<String> EXCEPTIONS =
      List.of("http.nonProxyHosts", "socksNonProxyHosts");

  /** Java knows a star at the ends alone, and looks at nothing but the host. */
  private static final Pattern EXCEPTION =
      Pattern.compile("\\*?(\\[?[\\da-fA-F:.]+\\]?|[\\p{L}\\p{N}_.-]*)\\*?");

  private final JavaProperties properties;
  private final Consumer<IllegalArgumentException> problems;

  ProxyProperties(JavaProperties properties, Consumer<IllegalArgumentException> problems) {
    this.properties = properties;
    this.problems = problems;
  }

  /** Whether they name a proxy. */
  boolean nameOne() {
    return named().isPresent();
  }

  /** The property that names the proxy; empty where none does. */
  Optional<String> named() {
    return PREFIXES.stream()
        .map(prefix -> prefix + "Host")
        .filter(name -> properties.text(name).isPresent())
        .findFirst();
  }

  /** Whether they say that a host is called without proxy, whoever names one. */
  boolean except(String host) {
    return properties
        .text("http.nonProxyHosts")
        .filter(
            hosts ->
                Pattern.compile("\\|")
                    .splitAsStream(hosts)
                    .map(HostText::withoutBrackets)
                    .anyMatch(pattern -> HostPatterns.matches(pattern, host)))
        .isPresent();
  }

  /** Tells what is wrong with them. */
  void check() {
    PREFIXES.forEach(this::check);
    properties
        .text(SOCKS_VERSION)
        .filter(version -> !version.equals("4") && !version.equals("5"))
        .ifPresent(version -> refuse(SOCKS_VERSION + " must be 4 or 5", version));
    EXCEPTIONS.forEach(this::checkExceptions);
  }

  private void check(String prefix) {
    Optional<String> host = properties.text(prefix + "Host");
    String port = prefix + "Port";
    host.filter(name -> !HostText.isHost(HostText.withoutBrackets(name)))
        .ifPresent(
            name ->
                refuse(
                    prefix
                        + "Host must be only the name or the address of the proxy, without scheme"
                        + " and blanks, with the port in "
                        + port,
                    name));
    if (host.isPresent() ? properties.isMentioned(port) : properties.text(port).isPresent()) {
      String number = properties.values().getOrDefault(port, "");
      if (HostText.port(number).isEmpty()) {
        refuse(port + " must be a whole number from 1 to 65535", number);
      } else if (host.isEmpty()) {
        problems.accept(
            new IllegalArgumentException(
                "%s needs the name of the proxy in %sHost, but that is not set."
                    .formatted(port, prefix)));
      }
    }
  }

  private void checkExceptions(String name) {
    properties
        .text(name)
        .filter(hosts -> !Pattern.compile("\\|").splitAsStream(hosts).allMatch(this::isException))
        .ifPresent(
            hosts ->
                problems.accept(
                    WrongProperty.of(
                        "%s must be names or addresses of hosts, separated by |, with * at an end for"
                            + " anything, but was %s.",
                        name, hosts)));
  }

  private boolean isException(String host) {
    return EXCEPTION.matcher(host).matches();
  }

  private void refuse(String must, String value) {
    problems.accept(new IllegalArgumentException("%s, %s.".formatted(must, ShownValue.but(value))));
  }
}
