package dev.vidiexport.http.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hosts that are called without a proxy, as {@code no_proxy} lists them: separated by commas or
 * blanks, names with all that is below them, addresses, ranges of addresses ({@code 10.0.0.0/8}),
 * each maybe with a port, and {@code *} for all. Immutable.
 */
final class NoProxyList {
  private static final Pattern ENTRY =
      Pattern.compile("(\\[[^\\[\\]]*\\]|[^:\\[\\]]*|[^:\\[\\]]*(?::[^:\\[\\]]*){2,})(?::(\\d+))?");

  private static final Pattern NAME_PATTERN = Pattern.compile("[\\p{L}\\p{N}_.*-]+");

  private final List<Entry> entries;

  private NoProxyList(List<Entry> entries) {
    this.entries = entries;
  }

  /** Nothing is called without a proxy. */
  static NoProxyList empty() {
    return new NoProxyList(List.of());
  }

  /**
   * The list.
   *
   * @param variable its name
   * @param text what it holds
   * @throws IllegalArgumentException with a sentence for the user, when an entry is none of those
   */
  static NoProxyList parse(String variable, String text) {
    return new NoProxyList(
        Stream.of(text.split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> entry(variable, entry))
            .toList());
  }

  /**
   * Whether a host is called without a proxy.
   *
   * @param host a name, or an address without brackets
   */
  boolean holds(String host, int port) {
    return entries.stream().anyMatch(entry -> entry.isFor(host, port));
  }

  private static Entry entry(String variable, String text) {
    Matcher parts = ENTRY.matcher(text);
    if (!parts.matches()) {
      throw malformed(variable, text);
    }
    Optional<Integer> port = Optional.ofNullable(parts.group(2)).flatMap(HostText::port);
    if (parts.group(2) != null && port.isEmpty()) {
      throw malformed(variable, text);
    }
    String host = HostText.withoutBrackets(parts.group(1));
    int slash = host.indexOf('/');
    Optional<byte[]> address = HostText.address(slash < 0 ? host : host.substring(0, slash));
    if (address.isPresent()) {
      int bits = address.get().length * Byte.SIZE;
      return new Range(address.get(), slash < 0 ? bits : prefix(variable, text, host, bits), port);
    }
    if (!NAME_PATTERN.matcher(host).matches()) {
      throw malformed(variable, text);
    }
    return new Name(withoutDots(host), port);
  }

  private static int prefix(String variable, String text, String host, int most) {
    String digits = host.substring(host.indexOf('/') + 1);
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > most) {
      throw malformed(variable, text);
    }
    return Integer.parseInt(digits);
  }

  /** A dot before a name changes nothing: what is below it is meant anyway. One behind neither. */
  private static String withoutDots(String name) {
    String tail = name.startsWith("*.") ? name.substring(2) : name;
    return tail.replaceAll("^\\.+|\\.$", "").toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException malformed(String variable, String text) {
    return new IllegalArgumentException(
        ("%s must list host names, addresses and ranges such as 10.0.0.0/8, separated by commas, but"
                + " one of them is %s.")
            .formatted(variable, ShownValue.quoted(text)));
  }

  private sealed interface Entry {
    boolean isFor(String host, int port);
  }

  private record Name(String name, Optional<Integer> port) implements Entry {
    @Override
    public boolean isFor(String host, int calledPort) {
      String called = host.replaceAll("\\.$", "");
      return port.map(own -> own == calledPort).orElse(true)
          && (HostPatterns.matches(name, called)
              || (HostText.address(called).isEmpty() && HostPatterns.matches("*." + name, called)));
    }
  }

  /** Addresses that begin with the same bits. */
  private static final class Range implements Entry {
    private final byte[] address;
    private final int prefix;
    private final Optional<Integer> port;

    Range(byte[] address, int prefix, Optional<Integer> port) {
      this.address = address;
      this.prefix = prefix;
      this.port = port;
    }

    @Override
    public boolean isFor(String host, int calledPort) {
      return port.map(own -> own == calledPort).orElse(true)
          && HostText.address(host).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] other) {
      int whole = prefix / Byte.SIZE;
      int mask = 0xFF00 >> (prefix % Byte.SIZE);
      return other.length == address.length
          && Arrays.equals(address, 0, whole, other, 0, whole)
          && (whole == address.length || ((address[whole] ^ other[whole]) & mask & 0xFF) == 0);
    }
  }
}
