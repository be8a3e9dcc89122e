package dev.vidiexport.app.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be told of a run. Immutable.
 *
 * @param name of what was run; the value of its label
 * @param end when it ended
 * @param elapsed how long it lasted
 * @param lastSuccess when the last run of this name ended that did all it had to; empty where none
 *     is known
 * @param rows how many rows are in the files that it made
 * @param bytes how large those are; empty where that is not known
 * @param exports of a history, in the order of the project file; none for a single export
 */
record RunFigures(
    String name,
    Instant end,
    Duration elapsed,
    int exitCode,
    Optional<Instant> lastSuccess,
    long rows,
    OptionalLong bytes,
    CallFigures calls,
    List<ExportFigures> exports) {
  RunFigures {
    requireNonNull(name, "name must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(elapsed, "elapsed must not be null");
    requireNonNull(lastSuccess, "lastSuccess must not be null");
    requireNonNull(bytes, "bytes must not be null");
    requireNonNull(calls, "calls must not be null");
    exports = List.copyOf(exports);
  }
}
