package dev.vidiexport.sinks.postgresql;

import java.util.regex.Pattern;

/** Hosts as addresses and services name them: a name, or an IP address, IPv6 in brackets or not. */
final class ServerHost {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]+)\\]");
  private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

  private ServerHost() {}

  /**
   * The host without brackets.
   *
   * @throws InvalidTargetException when it is anything else: the driver would take parts of it for
   *     settings, or for several hosts
   */
  static String of(String written) throws InvalidTargetException {
    if (written.indexOf(',') >= 0) {
      throw new InvalidTargetException(
          "The host of the server must be one alone, and not several.");
    }
    if (NAME.matcher(written).matches() || COLONS.matcher(written).matches()) {
      return written;
    }
    if (BRACKETED.matcher(written).matches()) {
      return written.substring(1, written.length() - 1);
    }
    throw new InvalidTargetException(
        "The host of the server must be a name or an IP address; sockets of the file system cannot be used.");
  }
}
