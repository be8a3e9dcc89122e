package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.text.CopiedText;
import java.util.List;

/** A user name and its token. Immutable; no text of it shows the token. */
public final class Credentials {
  private final String username;
  private final String token;
  private final TokenRedaction redaction;

  private Credentials(String username, String token) {
    this.username = username;
    this.token = token;
    this.redaction = TokenRedaction.of(token, header(username, token).substring("Basic ".length()));
  }

  /**
   * Takes a user name and a token as they are; whoever read them has removed the end of the line.
   *
   * @throws IllegalArgumentException with a sentence for the user, when one of them is blank or
   *     holds a control character or another that cannot be seen, or stands in quotation marks, or
   *     when the user name holds a colon
   */
  public static Credentials of(String username, String token) {
    refuseUnusable("user name", username);
    refuseUnusable("token", token);
    if (username.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "The user name must not contain a colon, because HTTP Basic authentication (RFC 7617)"
              + " ends it there.");
    }
    return new Credentials(username, token);
  }

  private static void refuseUnusable(String what, String value) {
    requireNonNull(value, what + " must not be null");
    if (value.isBlank()) {
      throw new IllegalArgumentException("The %s must not be blank.".formatted(what));
    }
    CopiedText.problemWith(value)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("The %s %s.".formatted(what, problem));
            });
  }

  /** Whose they are. */
  public String username() {
    return username;
  }

  /** The value of the header that carries them. */
  String header() {
    return header(username, token);
  }

  private static String header(String username, String token) {
    return okhttp3.Credentials.basic(username, token, UTF_8);
  }

  /** A text without any form of the token that a server could send back. */
  public String hiddenIn(String text) {
    return redaction.hiddenIn(text);
  }

  /** All forms of the token that are looked for. */
  List<String> redaction() {
    return redaction.writings();
  }

  @Override
  public String toString() {
    return "Credentials[username=%s, token=(not shown)]".formatted(username);
  }
}
