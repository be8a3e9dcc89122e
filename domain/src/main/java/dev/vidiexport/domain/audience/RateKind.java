package dev.vidiexport.domain.audience;

/** What is reckoned as one sum by another, of rows in which both are measured. */
enum RateKind {
  /** Watchers by people who passed by. */
  CONVERSION(1),
  /** Seconds for which a watcher stayed. */
  DWELL(10),
  /** Seconds for which a watcher looked. */
  ATTENTION(10),
  /** Attention by dwell. */
  ATTENTION_SHARE(1),
  /** Seconds for which a person on foot stayed. */
  FOOTFALL_PRESENCE(10),
  /** Seconds for which a vehicle stayed. */
  VEHICLE_PRESENCE(10);

  private final int unit;

  RateKind(int unit) {
    this.unit = unit;
  }

  /** By what the first sum is divided besides: VidiCenter counts in tenths of a second. */
  int unit() {
    return unit;
  }
}
