package dev.vidiexport.app.metrics;

import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.status.CoverageFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures of a sync that has all of them. */
final class SampleFigures {
  static final Instant END = Instant.parse("2024-03-04T06:00:00.250Z");

  private SampleFigures() {}

  static RunFigures complete(String name) {
    return new RunFigures(
        name,
        END,
        Duration.ofMillis(61_500),
        0,
        Optional.of(END),
        1_234,
        OptionalLong.of(56_789),
        new CallFigures(
            Map.of(AnswerKind.DONE, 7L, AnswerKind.TOO_MANY, 1L, AnswerKind.NONE, 2L),
            3,
            1,
            Duration.ofMillis(1_500)),
        List.of(
            new ExportFigures(
                "viewers_hourly",
                1_000,
                50_000,
                Optional.of(new WindowCounts(1, 2, 3, 4, 5, 6, 7, 8)),
                Optional.of(
                    new CoverageFigures(
                        OptionalLong.of(3), OptionalLong.of(2), OptionalLong.of(0)))),
            new ExportFigures(
                "ots_finest",
                234,
                6_789,
                Optional.of(new WindowCounts(0, 0, 9, 0, 0, 0, 0, 0)),
                Optional.of(
                    new CoverageFigures(
                        OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty())))));
  }
}
