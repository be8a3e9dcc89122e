package dev.vidiexport.http.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How long VidiCenter asks to wait (RFC 9110, 10.2.3): a number of seconds, or a date.
 *
 * <p>OkHttp follows this header by itself: it sends a request again after a 503 with zero seconds,
 * and breaks on a number that is too large. So {@link #HIDING} gives it another name before OkHttp
 * sees it.
 */
public final class RetryAfter {
  private static final String STANDARD = "Retry-After";
  private static final String HIDDEN = "X-Vidiexport-Retry-After";
  private static final Duration LONGEST = Duration.ofDays(365);

  /** Nine digits are 31 years, and no number of nine digits overflows. */
  private static final Pattern SECONDS = Pattern.compile("0*([0-9]{1,9})");

  private static final Pattern MANY_DIGITS = Pattern.compile("[0-9]+");

  /** A network interceptor: it runs below OkHttp's own follow-ups. */
  public static final Interceptor HIDING = chain -> hide(chain.proceed(chain.request()));

  private RetryAfter() {}

  private static Response hide(Response response) {
    List<String> values = response.headers(STANDARD);
    Headers.Builder headers = response.headers().newBuilder().removeAll(HIDDEN).removeAll(STANDARD);
    values.forEach(value -> headers.addUnsafeNonAscii(HIDDEN, value));
    return response.newBuilder().headers(headers.build()).build();
  }

  /**
   * The wait that an answer asks for; empty where it asks for none, or for nothing that can be
   * understood. Zero for a moment that is past, and 365 days at most. Where the header stands more
   * than once, the first that can be understood counts.
   *
   * @param headers of an answer that came through {@link #HIDING}; a date counts from its {@code
   *     Date}, because the clock here may be wrong
   * @param clock counts where the answer has no date
   */
  static Optional<Duration> of(Headers headers, Clock clock) {
    Instant date = headers.getInstant("Date");
    Instant now = date == null ? clock.instant() : date;
    return headers.values(HIDDEN).stream()
        .map(value -> parse(value.strip(), now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Duration> parse(String value, Instant now) {
    Matcher seconds = SECONDS.matcher(value);
    if (seconds.matches()) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(seconds.group(1)))));
    }
    if (MANY_DIGITS.matcher(value).matches()) {
      return Optional.of(LONGEST);
    }
    return Optional.ofNullable(date(value)).map(date -> bounded(Duration.between(now, date)));
  }

  private static @Nullable Instant date(String value) {
    return new Headers.Builder().addUnsafeNonAscii("Date", value).build().getInstant("Date");
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
