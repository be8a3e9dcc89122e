package dev.vidiexport.http;

import dev.vidiexport.domain.text.CleanText;

/** Shows what VidiCenter wrote: clean, short, and never with the credentials that it was sent. */
final class RemoteText {
  private final Credentials credentials;

  RemoteText(Credentials credentials) {
    this.credentials = credentials;
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
    return credentials.hiddenIn(raw);
  }
}
