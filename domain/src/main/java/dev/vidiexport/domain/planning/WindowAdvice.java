package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.text.NumberText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Advises larger windows where files are so small that reading them takes longer than it need. */
final class WindowAdvice {
  private static final long SMALL_FILE_BYTES = 1_000_000;
  private static final int KILOBYTE = 1_000;

  private WindowAdvice() {}

  /**
   * A sentence about the smallest window that would do; empty where files are large enough or no
   * larger window takes the resolution.
   *
   * @param meanFileBytes how large a file is on average
   */
  static Optional<String> on(HistoryExport export, long meanFileBytes) {
    if (meanFileBytes >= SMALL_FILE_BYTES) {
      return Optional.empty();
    }
    WindowLength present = export.windowLength();
    List<WindowLength> larger =
        Arrays.stream(WindowLength.values())
            .filter(length -> length.compareTo(present) > 0)
            .filter(length -> length.takes(export.template().timeResolution()))
            .toList();
    return larger.stream()
        .filter(length -> meanFileBytes * days(length) / days(present) >= SMALL_FILE_BYTES)
        .findFirst()
        .or(() -> larger.stream().reduce((first, second) -> second))
        .map(
            length ->
                ("The files of %s have %s kB on average: windows of %s would make fewer and larger"
                        + " ones. A window is fixed once there is a file, so that takes an export"
                        + " of a new name.")
                    .formatted(
                        export.name(),
                        NumberText.of(Math.max(1, meanFileBytes / KILOBYTE)),
                        length.word()));
  }

  private static int days(WindowLength length) {
    return switch (length) {
      case DAY -> 1;
      case WEEK -> 7;
      case MONTH -> 30;
    };
  }
}
