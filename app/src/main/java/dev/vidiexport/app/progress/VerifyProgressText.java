package dev.vidiexport.app.progress;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.verify.VerifyProgress;
import java.time.Duration;

/** How far a verification has come, in one line. */
final class VerifyProgressText {
  private static final int BAR_SIGNS = 10;

  /** Before that, a guess would mislead. */
  private static final Duration FIRST_GUESS = Duration.ofSeconds(5);

  private VerifyProgressText() {}

  /** {@code [####......] 120 of 1,000 files, 2.1 GB of 5.6 GB, 812.0 MB/s, about 4s left}. */
  static String withBar(VerifyProgress progress) {
    int signs = (int) (share(progress) * BAR_SIGNS);
    return "[%s%s] %s".formatted("#".repeat(signs), ".".repeat(BAR_SIGNS - signs), of(progress));
  }

  /** The same without the bar. */
  static String of(VerifyProgress progress) {
    return "%s of %s, %s of %s, %s%s"
        .formatted(
            NumberText.of(progress.done()),
            NumberText.counted(progress.files(), "file"),
            AmountText.size(progress.bytesDone()),
            AmountText.size(progress.bytes()),
            AmountText.rate(progress.bytesDone(), progress.elapsed()),
            left(progress));
  }

  /** Files that are looked at twice, or have grown, count more than once. */
  private static double share(VerifyProgress progress) {
    return progress.bytes() == 0
        ? 0
        : Math.min(1.0, (double) progress.bytesDone() / progress.bytes());
  }

  private static String left(VerifyProgress progress) {
    double share = share(progress);
    if (share == 0 || progress.elapsed().compareTo(FIRST_GUESS) < 0) {
      return "";
    }
    Duration left =
        Duration.ofSeconds(Math.round(progress.elapsed().toSeconds() * (1 - share) / share));
    return ", about %s left"
        .formatted(
            DurationText.of(
                left.compareTo(Duration.ofMinutes(2)) < 0
                    ? left
                    : Duration.ofMinutes(left.toMinutes())));
  }
}
