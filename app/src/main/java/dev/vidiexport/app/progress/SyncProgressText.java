package dev.vidiexport.app.progress;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.sync.SyncProgress;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far a sync has come, in one line. */
final class SyncProgressText {
  private SyncProgressText() {}

  /** {@code 120 of 1,000 slices, 2 failed, 3 building, 1 coming, 261 calls, 12m left}. */
  static String of(SyncProgress progress) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s of %s"
            .formatted(
                NumberText.of(progress.done() + progress.failed()),
                NumberText.counted(progress.slices(), "slice")));
    if (progress.failed() > 0) {
      parts.add(NumberText.of(progress.failed()) + " failed");
    }
    parts.add(NumberText.of(progress.building()) + " building");
    if (progress.fetching() > 0) {
      parts.add(NumberText.of(progress.fetching()) + " coming");
    }
    parts.add(NumberText.counted(progress.calls(), "call"));
    progress.timeLeft().map(SyncProgressText::left).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  /** It is a guess, so that nobody needs it to the second. */
  private static String left(Duration time) {
    Duration rounded =
        time.compareTo(Duration.ofMinutes(2)) < 0
            ? Duration.ofSeconds(time.toSeconds())
            : Duration.ofMinutes(time.toMinutes());
    return "about %s left".formatted(DurationText.of(rounded));
  }
}
