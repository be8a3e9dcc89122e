package dev.vidiexport.domain.polling;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a call cannot be made now: one of the service's limits is used up. Immutable.
 *
 * @param limit which of them
 * @param others whether other runs of the same user use it up, or go first, and not this one alone
 * @param least how long until there is room at the earliest, positive; empty when nobody knows,
 *     because it depends on when somebody else is done
 * @param records what keeps the records of all runs, for people; empty unless they are short
 */
public record LimitReached(
    Limit limit, boolean others, Optional<Duration> least, Optional<String> records) {
  /** What VidiCenter limits (VidiCenter data export, Limits). */
  public enum Limit {
    /** Calls within a minute. */
    CALLS,
    /** Connections at the same time. */
    CONNECTIONS,
    /** Exports being built at the same time. */
    EXPORTS,
    /** VidiCenter has told somebody who shares the limits to slow down. */
    PAUSE,
    /** No limit of the service: what the runs of a user tell each other cannot be read now. */
    RECORDS
  }

  public LimitReached {
    requireNonNull(limit, "limit must not be null");
    requireNonNull(least, "least must not be null");
    requireNonNull(records, "records must not be null");
    least.ifPresent(
        time -> {
          if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("least must be positive, but was " + time);
          }
        });
  }

  /** A limit that is free again when somebody is done, nobody knows when. */
  public static LimitReached untilSomebodyIsDone(Limit limit, boolean others) {
    return new LimitReached(limit, others, Optional.empty(), Optional.empty());
  }

  /** A limit that stays reached for at least this long. */
  public static LimitReached lasting(Limit limit, boolean others, Duration wait) {
    return new LimitReached(limit, others, Optional.of(wait), Optional.empty());
  }

  /**
   * Another run keeps everybody else from the records; that takes a moment, unless the run is
   * stopped.
   *
   * @param records what keeps them, for people
   */
  public static LimitReached ofRecords(String records) {
    return new LimitReached(Limit.RECORDS, true, Optional.empty(), Optional.of(records));
  }

  /**
   * The reason for people, as a clause without a full stop.
   *
   * @param limits those that are used up
   */
  public String reason(ServiceLimits limits) {
    String next =
        least.map(time -> ", which allow the next call in " + DurationText.of(time)).orElse("");
    return switch (limit) {
      case PAUSE ->
          "VidiCenter has told %s to slow down"
                  .formatted(others ? "another run of this user" : "this run")
              + least.map(time -> " for " + DurationText.of(time)).orElse("");
      case CALLS ->
          others
              ? held(calls(limits)) + next
              : "the service's limits allow the next call"
                  + least.map(time -> " in " + DurationText.of(time)).orElse(" later");
      case CONNECTIONS -> used(NumberText.counted(limits.connections(), "connection")) + next;
      case EXPORTS -> used(NumberText.counted(limits.exports(), "export") + " being built") + next;
      case RECORDS ->
          "another run of this user holds %s, and with it the service's limits, and makes no progress"
              .formatted(records.orElse("the records of calls"));
    };
  }

  private String used(String what) {
    return others
        ? held(what)
        : "this run's other exports use up the service's limits (%s)".formatted(what);
  }

  private static String held(String what) {
    return "other runs of this user use up the service's limits (%s)".formatted(what);
  }

  private static String calls(ServiceLimits limits) {
    return NumberText.counted(limits.calls(), "call")
        + " in "
        + DurationText.of(limits.rateWindow());
  }
}
