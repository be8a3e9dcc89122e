package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.planning.PlanSamples.complete;
import static dev.vidiexport.domain.planning.PlanSamples.export;
import static dev.vidiexport.domain.planning.PlanSamples.key;
import static dev.vidiexport.domain.planning.PlanSamples.locations;
import static dev.vidiexport.domain.planning.PlanSamples.plan;
import static dev.vidiexport.domain.planning.PlanSamples.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.TimeResolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowAdviceTest {
  @ParameterizedTest
  @CsvSource({
    "1d, 1h, 142_857, 1M",
    "1d, 1h, 142_858, 7d",
    "1d, finest, 999_999, 7d",
    "1d, 1h, 1, 1M",
    "1d, 1h, 1_000_000, ''",
    "7d, 1h, 500_000, 1M",
    "7d, 7d, 10, ''",
    "1M, 1h, 10, ''"
  })
  void isForTheSmallestWindowThatWouldDo(
      String window, String resolution, String bytes, String advised) {
    HistoryExport export =
        export(
            "viewers",
            TimeResolution.find(resolution).orElseThrow(),
            locations(1),
            WindowLength.find(window).orElseThrow());

    assertThat(WindowAdvice.on(export, Long.parseLong(bytes.replace("_", ""))).orElse(""))
        .contains(advised.isEmpty() ? "" : "windows of " + advised + " would make")
        .matches(text -> text.isEmpty() == advised.isEmpty());
  }

  @Test
  void isGivenByTheMeanOfFiles() {
    HistoryExport export = export(locations(1));

    ExportPlan plan =
        plan(
            export,
            topology(1),
            complete(export, key(export, "2024-03-01", 1), 24, 20_000),
            complete(export, key(export, "2024-03-02", 1), 24, 4_000));

    assertThat(plan.advice())
        .contains(
            "The files of audience have 12 kB on average: windows of 1M would make fewer and"
                + " larger ones. A window is fixed once there is a file, so that takes an export"
                + " of a new name.");
  }
}
