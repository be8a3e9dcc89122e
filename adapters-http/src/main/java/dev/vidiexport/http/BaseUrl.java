package dev.vidiexport.http;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import dev.vidiexport.domain.text.CleanText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where VidiCenter is: an address that begins with {@code https://}, or with {@code http://} only
 * on this machine. Immutable.
 */
public final class BaseUrl {
  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?)://([^/?#\\\\]+)(/[^?#\\\\]*)?");

  /** A colon that is neither a scheme's nor a port's, or what an escape hides. */
  private static final Pattern MAYBE_PASSWORD = Pattern.compile(":(?!//|\\d{1,5}(/|$))|%");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");

  private final HttpUrl url;

  private BaseUrl(HttpUrl url) {
    this.url = url;
  }

  /**
   * Reads an address as users write it. A path prefix is kept.
   *
   * @throws IllegalArgumentException with a sentence for the user: when the scheme is not https,
   *     nor http on this machine; when there is a user name, a password, a query or a fragment in
   *     it, which the sentence does not repeat (of the first two it is an {@link
   *     InvalidSettingException}); or when it is not an address at all
   */
  public static BaseUrl parse(String text) {
    requireNonNull(text, "text must not be null");
    refuseSecrets(text);
    Matcher parts = PARTS.matcher(text);
    HttpUrl url = parts.matches() ? HttpUrl.parse(text) : null;
    if (url == null || isPortMissing(parts.group(2))) {
      throw new IllegalArgumentException(
          "The base URL must look like https://vidicenter.quividi.com/, but %s."
              .formatted(
                  MAYBE_PASSWORD.matcher(text).find()
                      ? "what was given does not, and is not shown, since a password may be in it"
                      : "was \"" + CleanText.of(text, 200) + "\""));
    }
    if (!url.isHttps() && !isLoopback(url)) {
      throw new IllegalArgumentException(
          ("The base URL must begin with https://, but was \"%s\": VidiCenter revokes a token that"
                  + " travels unencrypted. Plain http is allowed only for localhost, 127.0.0.0/8 and"
                  + " [::1].")
              .formatted(CleanText.of(text, 200)));
    }
    boolean endsWithSlash = url.encodedPath().endsWith("/");
    return new BaseUrl(endsWithSlash ? url : url.newBuilder().addPathSegment("").build());
  }

  /** Anything with these characters may hold a secret, so what was written is not shown. */
  private static void refuseSecrets(String text) {
    if (text.indexOf('@') >= 0) {
      throw new InvalidSettingException(
          FailureReason.CREDENTIALS_IN_URL,
          "The base URL must not contain a user name or a password.");
    }
    if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          "The base URL must end with its path, but a ? or # follows.");
    }
  }

  private static boolean isLoopback(HttpUrl url) {
    return LOOPBACK.matcher(url.host()).matches();
  }

  private static boolean isPortMissing(@Nullable String authority) {
    return authority != null && authority.endsWith(":");
  }

  /** Whether calls to it travel without encryption, which they may only on this machine. */
  boolean isPlain() {
    return !url.isHttps();
  }

  /**
   * Whose data it has: the host in lower case, and {@code localhost} for every way to write that.
   */
  public String host() {
    return isLoopback(url) ? "localhost" : url.host();
  }

  /** Whether its host is by its name one of this machine. */
  public boolean isOnThisMachine() {
    return isLoopback(url);
  }

  /** Whether a URL goes to this very server. */
  boolean isOriginOf(HttpUrl other) {
    return url.scheme().equals(other.scheme())
        && url.host().equals(other.host())
        && url.port() == other.port();
  }

  /** The server for messages: {@code vidicenter.quividi.com}, with a port that is not the usual. */
  String server() {
    String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return usual ? host : host + ":" + url.port();
  }

  HttpUrl url() {
    return url;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BaseUrl that && url.equals(that.url);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }

  /** The address, with a slash at its end. */
  @Override
  public String toString() {
    return url.toString();
  }
}
