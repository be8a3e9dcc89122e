package dev.vidiexport.http;

import dev.vidiexport.domain.text.CleanText;
import java.util.Comparator;
import java.util.List;

/** Shows what VidiCenter wrote: clean, short, and never with the credentials that it was sent. */
final class RemoteText {
  private static final String REDACTED = "(not shown)";

  /** The longest first: one may be part of another. */
  private final List<String> secrets;

  RemoteText(Credentials credentials) {
    secrets =
        credentials.secrets().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /**
   * The text as it may be shown.
   *
   * @param most the most characters of the result
   */
  String show(String raw, int most) {
    return CleanText.of(withoutSecrets(raw), most);
  }

  /** The text as it is, but for the credentials; it may hold control characters. */
  String withoutSecrets(String raw) {
    String safe = raw;
    for (String secret : secrets) {
      safe = safe.replace(secret, REDACTED);
    }
    return safe;
  }
}
