package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * How long people stayed and looked. Immutable.
 *
 * @param dwellSeconds for how long a watcher stayed
 * @param attentionSeconds for how long a watcher looked
 * @param share attention by dwell, from 0 to 1
 */
public record AttentionRates(
    OptionalDouble dwellSeconds, OptionalDouble attentionSeconds, OptionalDouble share) {
  public AttentionRates {
    requireNonNull(dwellSeconds, "dwellSeconds must not be null");
    requireNonNull(attentionSeconds, "attentionSeconds must not be null");
    requireNonNull(share, "share must not be null");
  }
}
