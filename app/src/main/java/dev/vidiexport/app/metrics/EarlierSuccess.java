package dev.vidiexport.app.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last success, as an earlier file has it. The file may hold anything: what cannot be used is
 * no error, but is told. Immutable.
 *
 * @param moment empty where the file tells none that can be used
 * @param trouble one clause, without a full stop, that says why the file could not be used; empty
 *     where nothing is wrong
 */
record EarlierSuccess(Optional<Instant> moment, Optional<String> trouble) {
  private static final double MILLIS_PER_SECOND = 1000.0;

  EarlierSuccess {
    requireNonNull(moment, "moment must not be null");
    requireNonNull(trouble, "trouble must not be null");
  }

  static EarlierSuccess unusable(String trouble) {
    return new EarlierSuccess(Optional.empty(), Optional.of(trouble));
  }

  /**
   * Reads it.
   *
   * @param text all of the file
   * @param label the label of a sample, as the file has it: {@code export="nightly"}
   * @param now nothing can have been done later
   */
  static EarlierSuccess in(String text, String label, Instant now) {
    Pattern sample =
        Pattern.compile(
            "^" + RunMetrics.LAST_SUCCESS + "\\{" + Pattern.quote(label) + ",?\\} (\\S{1,40})$",
            Pattern.MULTILINE | Pattern.UNIX_LINES);
    List<String> values = sample.matcher(text).results().map(found -> found.group(1)).toList();
    return switch (values.size()) {
      case 0 -> withoutMoment(text);
      case 1 -> of(values.get(0), now);
      default -> unusable("it tells more than one last success");
    };
  }

  /** Before the first success there is none; but the file is one of this program then. */
  private static EarlierSuccess withoutMoment(String text) {
    boolean isOurs =
        Pattern.compile("^" + RunMetrics.EXIT_CODE + "\\{", Pattern.MULTILINE).matcher(text).find();
    return isOurs || text.isEmpty()
        ? new EarlierSuccess(Optional.empty(), Optional.empty())
        : unusable("it is not one that a run wrote");
  }

  private static EarlierSuccess of(String value, Instant now) {
    Matcher number = Pattern.compile("[0-9.]+(E[0-9]{1,2})?").matcher(value);
    try {
      double seconds = number.matches() ? Double.parseDouble(value) : Double.NaN;
      double latest = now.toEpochMilli() / MILLIS_PER_SECOND;
      return seconds > 0 && seconds <= latest
          ? new EarlierSuccess(
              Optional.of(Instant.ofEpochMilli(Math.round(seconds * MILLIS_PER_SECOND))),
              Optional.empty())
          : unusable("its last success is no moment that has passed");
    } catch (NumberFormatException noNumber) {
      return unusable("its last success is no moment that has passed");
    }
  }
}
