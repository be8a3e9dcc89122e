package dev.vidiexport.http.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Proxy;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a variable that names a proxy, as other tools do: {@code http://user:password@host:port/},
 * of which only the host is needed. Without a port it is 80, that of the scheme.
 */
final class ProxyVariable {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://)?(?:(?<login>.*)@)?"
              + "(?<host>\\[[^\\[\\]]*\\]|[^:/@\\[\\]]+)(?::(?<port>\\d+))?/?",
          Pattern.DOTALL);

  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final int USUAL_PORT = 80;

  private ProxyVariable() {}

  /**
   * The proxy.
   *
   * @param variable its name
   * @param text what it holds
   * @throws IllegalArgumentException with a sentence for the user
   */
  static ProxyServer parse(String variable, String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw malformed(variable, text);
    }
    refuseOtherScheme(variable, parts.group("scheme"));
    String host = HostText.withoutBrackets(parts.group("host"));
    boolean inBrackets = !host.equals(parts.group("host"));
    Optional<Integer> port = port(parts.group("port"));
    if (!HostText.isHost(host) || inBrackets != host.indexOf(':') >= 0 || port.isEmpty()) {
      throw malformed(variable, text);
    }
    return new ProxyServer(
        Proxy.Type.HTTP,
        host,
        port.get(),
        Optional.ofNullable(parts.group("login")).map(login -> login(variable, login)),
        variable);
  }

  private static Optional<Integer> port(@Nullable String text) {
    return text == null ? Optional.of(USUAL_PORT) : HostText.port(text);
  }

  private static void refuseOtherScheme(String variable, @Nullable String scheme) {
    if (scheme == null || scheme.equalsIgnoreCase("http")) {
      return;
    }
    throw new IllegalArgumentException(
        "%s must name a proxy that is reached by plain http, as http://host:port, but begins with %s://: %s."
            .formatted(
                variable,
                scheme,
                scheme.toLowerCase(Locale.ROOT).equals("https")
                    ? "what goes through the proxy is encrypted all the same, and an encrypted way"
                        + " to the proxy itself is not supported"
                    : "proxies of that kind are not supported there"));
  }

  private static ProxyLogin login(String variable, String text) {
    int colon = text.indexOf(':');
    String username = colon < 0 ? text : text.substring(0, colon);
    String password = colon < 0 ? "" : text.substring(colon + 1);
    return new ProxyLogin(decoded(variable, username), decoded(variable, password));
  }

  private static String decoded(String variable, String text) {
    String decoded =
        LONE_PERCENT.matcher(text).find()
            ? "\0"
            : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    if (decoded
        .chars()
        .anyMatch(character -> Character.isISOControl(character) || character == 0xFFFD)) {
      throw new IllegalArgumentException(
          ("%s must have its user name and password in UTF-8, with %% and two digits for what cannot"
                  + " stand there by itself, and without control characters, but has not; they are"
                  + " not shown.")
              .formatted(variable));
    }
    return decoded;
  }

  private static IllegalArgumentException malformed(String variable, String text) {
    return new IllegalArgumentException(
        "%s must name a proxy, as http://host:port, %s.".formatted(variable, ShownValue.but(text)));
  }
}
