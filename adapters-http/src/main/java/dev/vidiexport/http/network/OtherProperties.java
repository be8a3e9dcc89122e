package dev.vidiexport.http.network;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Checks the other properties that change where connections go. Java takes nonsense in them for no,
 * and does not know those that are written in another case.
 */
public final class OtherProperties {
  private static final List<String> YES_OR_NO = List.of("true", "false");

  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "java.net.useSystemProxies", YES_OR_NO,
          "java.net.preferIPv4Stack", YES_OR_NO,
          "java.net.preferIPv6Addresses", List.of("true", "false", "system"));

  /** A list of hosts with their addresses, which Java reads instead of asking for names. */
  private static final String HOSTS_FILE = "jdk.net.hosts.file";

  private static final List<String> KNOWN =
      List.of(
          "https.proxyHost",
          "https.proxyPort",
          "http.nonProxyHosts",
          "https.protocols",
          "https.cipherSuites",
          "socksProxyHost",
          "socksProxyPort",
          "socksProxyVersion",
          "socksNonProxyHosts",
          "java.net.useSystemProxies",
          "java.net.preferIPv4Stack",
          "java.net.preferIPv6Addresses",
          HOSTS_FILE,
          "javax.net.ssl.trustStore",
          "javax.net.ssl.trustStoreType",
          "javax.net.ssl.trustStorePassword",
          "javax.net.ssl.trustStoreProvider",
          "javax.net.ssl.keyStore",
          "javax.net.ssl.keyStoreType",
          "javax.net.ssl.keyStorePassword",
          "javax.net.ssl.keyStoreProvider",
          "jdk.tls.client.protocols",
          "jdk.tls.client.cipherSuites",
          "jdk.tls.namedGroups");

  private final JavaProperties properties;

  public OtherProperties(JavaProperties properties) {
    this.properties = properties;
  }

  /**
   * Looks at all of them.
   *
   * @param problems is told what is wrong, each a whole sentence for the user
   */
  public void check(Consumer<IllegalArgumentException> problems) {
    checkSpelling(problems);
    new TreeMap<>(CHOICES).forEach((name, choices) -> checkChoice(name, choices, problems));
    properties
        .text(HOSTS_FILE)
        .filter(file -> !isReadable(file))
        .ifPresent(
            file ->
                problems.accept(
                    WrongProperty.of(
                        "%s must name a file that can be read, but was %s.", HOSTS_FILE, file)));
  }

  private void checkChoice(
      String name, List<String> choices, Consumer<IllegalArgumentException> problems) {
    properties
        .text(name)
        .filter(value -> !choices.contains(value.toLowerCase(Locale.ROOT)))
        .ifPresent(
            value ->
                problems.accept(
                    WrongProperty.of(
                        "%s must be " + String.join(" or ", choices) + ", but was %s.",
                        name,
                        value)));
  }

  private void checkSpelling(Consumer<IllegalArgumentException> problems) {
    for (String known : KNOWN) {
      properties.names().stream()
          .filter(name -> name.equalsIgnoreCase(known) && !name.equals(known))
          .sorted()
          .forEach(
              name ->
                  problems.accept(
                      new IllegalArgumentException(
                          "Java does not know the property %s; it must be written %s."
                              .formatted(name, known))));
    }
  }

  private static boolean isReadable(String file) {
    try {
      return Files.isReadable(Path.of(file)) && !Files.isDirectory(Path.of(file));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }
}
