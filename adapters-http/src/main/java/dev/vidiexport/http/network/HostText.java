package dev.vidiexport.http.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads names and addresses of hosts, and asks nobody for it. */
final class HostText {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*(\\.[\\p{L}\\p{N}_-]+)*\\.?");

  private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[\\d.]+");
  private static final Pattern IPV4 =
      Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  /** Two colons at least, or it is a name and a port. */
  private static final Pattern IPV6 = Pattern.compile("[\\da-fA-F.]*(:[\\da-fA-F.]*){2,}");

  private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
  private static final int LONGEST_NAME = 253;
  private static final int HIGHEST_PORT = 65_535;

  private HostText() {}

  /** Whether a text is a name or an address, without brackets. */
  static boolean isHost(String text) {
    if (text.indexOf(':') >= 0 || DIGITS_AND_DOTS.matcher(text).matches()) {
      return address(text).isPresent();
    }
    return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
  }

  /** The bytes of an address; empty for anything else. */
  static Optional<byte[]> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  /** The address within brackets; any other text as it is. */
  static String withoutBrackets(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  /** A port from 1 to 65535 in plain digits; empty for anything else. */
  static Optional<Integer> port(@Nullable String text) {
    if (text == null || !PORT.matcher(text).matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(text);
    return port <= HIGHEST_PORT ? Optional.of(port) : Optional.empty();
  }
}
