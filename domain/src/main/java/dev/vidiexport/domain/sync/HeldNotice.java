package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides when it is worth a word that other runs hold the limits: when something that has to be
 * done has been held up for a while, and once until it is done. For one thread.
 */
final class HeldNotice {
  /** Whoever waits for less would not have noticed. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(5);

  private final ServiceLimits limits;
  private final Map<Limit, Duration> since = new EnumMap<>(Limit.class);
  private final Set<Limit> told = EnumSet.noneOf(Limit.class);

  HeldNotice(ServiceLimits limits) {
    this.limits = limits;
  }

  /**
   * Something could not be done.
   *
   * @return what to tell, if it is time
   */
  Optional<String> held(LimitReached reached, Duration now) {
    if (!reached.others()) {
      return Optional.empty();
    }
    Duration begin = since.computeIfAbsent(reached.limit(), limit -> now);
    boolean isTime = now.minus(begin).compareTo(NOTICEABLE) >= 0 && told.add(reached.limit());
    return isTime ? Optional.of(reached.reason(limits)) : Optional.empty();
  }

  /**
   * A call was made.
   *
   * @param hasPlace whether it took a place among the exports that are built
   */
  void goneOn(boolean hasPlace) {
    since.keySet().removeIf(limit -> hasPlace || limit != Limit.EXPORTS);
    told.removeIf(limit -> hasPlace || limit != Limit.EXPORTS);
  }
}
