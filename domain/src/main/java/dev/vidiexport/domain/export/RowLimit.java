package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.text.NumberText;

/** How many rows the service puts into one export (VidiCenter data export, Limits). */
final class RowLimit {
  private static final long FINEST = 3_000_000;
  private static final long AGGREGATED = 20_000_000;

  private RowLimit() {}

  /** Throws when an export is so long that its end was probably cut off. */
  static void check(long rows, TimeResolution resolution) {
    long limit = resolution.isAggregated() ? AGGREGATED : FINEST;
    if (rows >= limit) {
      throw new ExportException(
          FailureKind.PROTOCOL_BROKEN,
          ("VidiCenter sent %s rows, and puts no more than %s into one export: the rest is probably"
                  + " cut off. Ask for a shorter range or fewer sources, or accept it as it is with"
                  + " --accept-row-limit.")
              .formatted(NumberText.of(rows), NumberText.of(limit)));
    }
  }
}
