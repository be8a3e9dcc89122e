package dev.vidiexport.domain.scheduling;

import java.time.Duration;

/** How long the rows of the last exports took to come. For one thread at a time. */
final class DownloadTimes {
  private static final int PART_OF_LAST = 10;

  private Duration mean;

  /**
   * No download yet.
   *
   * @param assumed how long one takes, as long as nothing is known
   */
  DownloadTimes(Duration assumed) {
    this.mean = assumed;
  }

  void add(Duration time) {
    mean = mean.plus(time.minus(mean).dividedBy(PART_OF_LAST));
  }

  /** Their mean, in which later ones weigh more. */
  Duration mean() {
    return mean;
  }
}
