package dev.vidiexport.http.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
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

  /** Seconds as programs write them, who may forget that they must be whole; without a minus. */
  private static final Pattern SECONDS =
      Pattern.compile(
          "\\+?([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE]([-+]?[0-9]{1,9}))?"
              + " *(?:s|secs?|seconds?)?",
          Pattern.CASE_INSENSITIVE);

  /** Where several values stand in one line; the comma within a date is none of these. */
  private static final Pattern BETWEEN_VALUES =
      Pattern.compile(",(?!\\s*[0-9]{1,2}[- ](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))");

  /** A number of so many digits before its point is beyond the longest wait, or not far below. */
  private static final int MOST_DIGITS = 9;

  /** Longer values are no times, and cost time. */
  private static final int MOST_CHARACTERS = 1_000;

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
   * The wait that an answer asks for, so that nobody comes back sooner than it wants; empty where
   * it asks for none, or for nothing that can be understood. Parts of a second count as a whole
   * one. Zero for a moment that is past, and 365 days at most. Of several, the longest counts.
   *
   * @param headers of an answer that came through {@link #HIDING}; a date counts from its {@code
   *     Date}, because the clock here may be wrong
   * @param clock counts where the answer has no date
   */
  static Optional<Duration> of(Headers headers, Clock clock) {
    Instant date = headers.getInstant("Date");
    Instant now = date == null ? clock.instant() : date;
    return headers.values(HIDDEN).stream()
        .filter(value -> value.length() <= MOST_CHARACTERS)
        .flatMap(BETWEEN_VALUES::splitAsStream)
        .map(value -> parse(value.strip(), now))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Duration> parse(String value, Instant now) {
    Matcher seconds = SECONDS.matcher(value);
    if (seconds.matches()) {
      return Optional.of(seconds(seconds.group(1), seconds.group(2)));
    }
    return date(value).map(date -> bounded(Duration.between(now, date)));
  }

  /** Rounds up: {@code 1.5} is two seconds. */
  private static Duration seconds(String digits, @Nullable String exponent) {
    BigDecimal number = new BigDecimal(digits);
    if (number.signum() == 0) {
      return Duration.ZERO;
    }
    // Where the point stands in the end is known before any digit is moved.
    long magnitude =
        (long) number.precision()
            - number.scale()
            + (exponent == null ? 0 : Long.parseLong(exponent));
    if (magnitude > MOST_DIGITS) {
      return LONGEST;
    }
    if (magnitude <= 0) {
      return Duration.ofSeconds(1);
    }
    int shift = exponent == null ? 0 : Integer.parseInt(exponent);
    BigDecimal whole = number.scaleByPowerOfTen(shift).setScale(0, RoundingMode.CEILING);
    return bounded(Duration.ofSeconds(whole.longValueExact()));
  }

  private static Optional<Instant> date(String value) {
    Instant date =
        new Headers.Builder().addUnsafeNonAscii("Date", value).build().getInstant("Date");
    return date == null ? isoDate(value) : Optional.of(date);
  }

  /** Not what the standard says, but what many programs write of themselves. */
  private static Optional<Instant> isoDate(String value) {
    try {
      return Optional.of(OffsetDateTime.parse(value.replace(' ', 'T')).toInstant());
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
