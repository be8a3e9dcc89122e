package dev.vidiexport.http.network;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of hosts in which a star stands for anything. */
final class HostPatterns {
  private HostPatterns() {}

  /** Whether all of a name, in whatever case, is as the pattern says. */
  static boolean matches(String pattern, String host) {
    String[] pieces = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
    String expression =
        Stream.of(pieces).map(Pattern::quote).reduce((left, right) -> left + ".*" + right).get();
    return host.toLowerCase(Locale.ROOT).matches(expression);
  }
}
