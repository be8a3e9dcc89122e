package dev.vidiexport.http.answers;

import dev.vidiexport.domain.text.CleanText;
import java.util.function.UnaryOperator;

/** Shows what VidiCenter wrote: clean, short, and never with the credentials that it was sent. */
public final class RemoteText {
  private final UnaryOperator<String> withoutSecrets;

  /**
   * Shows texts.
   *
   * @param withoutSecrets takes the credentials out of a text
   */
  public RemoteText(UnaryOperator<String> withoutSecrets) {
    this.withoutSecrets = withoutSecrets;
  }

  /**
   * The text as it may be shown.
   *
   * @param most the most characters of the result
   */
  public String show(String raw, int most) {
    return CleanText.of(withoutSecrets(raw), most);
  }

  /** The text as it is, but for the credentials; it may hold control characters. */
  String withoutSecrets(String raw) {
    return withoutSecrets.apply(raw);
  }
}
