package dev.vidiexport.app.arguments;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first colon of an address: {@code postgresql} of {@code postgresql://…}.
 */
public final class AddressScheme {
  /** One letter and a colon are a drive of Windows. */
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

  /** Also of an address within another, or behind a space: each may hold a password. */
  private static final Pattern ADDRESS =
      Pattern.compile("(\\s*[A-Za-z][A-Za-z0-9+.:-]+)://.*", Pattern.DOTALL);

  private AddressScheme() {}

  /** The scheme in lower case; empty where the text has none. */
  public static Optional<String> of(String output) {
    Matcher matcher = SCHEME.matcher(output);
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** What stands before two slashes, of what is an address for everybody, and no file. */
  public static Optional<String> ofAddress(String output) {
    Matcher matcher = ADDRESS.matcher(output);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * The path behind a scheme alone, as in {@code sqlite:audience.db}; empty where there is none.
   */
  public static Optional<String> ofFile(String address) {
    return ofAddress(address).isPresent()
        ? Optional.empty()
        : of(address).map(scheme -> address.substring(scheme.length() + 1));
  }

  /** The path of a file that an output names, behind its scheme where it has one. */
  public static String filePart(String output) {
    return of(output).map(scheme -> output.substring(scheme.length() + 1)).orElse(output);
  }
}
