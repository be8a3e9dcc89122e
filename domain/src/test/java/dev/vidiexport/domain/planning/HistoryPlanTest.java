package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.planning.PlanSamples.AS_OF;
import static dev.vidiexport.domain.planning.PlanSamples.between;
import static dev.vidiexport.domain.planning.PlanSamples.key;
import static dev.vidiexport.domain.planning.PlanSamples.locations;
import static dev.vidiexport.domain.planning.PlanSamples.noted;
import static dev.vidiexport.domain.planning.PlanSamples.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryPlanTest {
  private static final HistoryExport DAYS = named("days", WindowLength.DAY);
  private static final HistoryExport WEEKS = named("weeks", WindowLength.WEEK);

  @Test
  void goesByTheEndOfWindowsThenByThePlaceOfTheExport() {
    assertThat(asked(PlanOrder.NEWEST_FIRST, DAYS, WEEKS))
        .containsExactly("days 03-04", "days 03-03", "weeks 02-26", "days 03-02", "days 03-01");
    assertThat(asked(PlanOrder.NEWEST_FIRST, WEEKS, DAYS))
        .containsExactly("days 03-04", "weeks 02-26", "days 03-03", "days 03-02", "days 03-01");
    assertThat(asked(PlanOrder.OLDEST_FIRST, WEEKS, DAYS))
        .containsExactly("days 03-01", "days 03-02", "weeks 02-26", "days 03-03", "days 03-04");
  }

  @ParameterizedTest
  @EnumSource
  void goesFirstForWhatMayBeBeingBuiltInAnyExport(PlanOrder order) {
    PlanSettings settings = settings(order);
    ExportPlan resumed =
        PlanSamples.plan(WEEKS, topology(1), settings, noted(key(WEEKS, "2024-02-26", 1), true));
    ExportPlan days = PlanSamples.plan(DAYS, topology(1), settings);

    HistoryPlan plan = HistoryPlan.of(List.of(days, resumed), order);

    assertThat(plan.slices().get(0).purpose()).isEqualTo(SlicePurpose.RESUMED);
    assertThat(plan.requests()).isEqualTo(5);
    assertThat(plan.calls(5)).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"0, 50, 0", "1, 50, 0", "50, 50, 0", "51, 50, 60", "5_000, 50, 5_940", "7, 6, 60"})
  void reckonsTheTimeUnderTheLimit(String calls, int callsPerMinute, String seconds) {
    assertThat(HistoryPlan.leastSeconds(number(calls), callsPerMinute)).isEqualTo(number(seconds));
  }

  private static long number(String text) {
    return Long.parseLong(text.replace("_", ""));
  }

  private static List<String> asked(PlanOrder order, HistoryExport... exports) {
    List<ExportPlan> plans =
        Arrays.stream(exports)
            .map(export -> PlanSamples.plan(export, topology(1), settings(order)))
            .toList();
    return HistoryPlan.of(plans, order).slices().stream()
        .map(slice -> slice.key().export() + " " + slice.key().window().label().substring(5))
        .toList();
  }

  private static PlanSettings settings(PlanOrder order) {
    return new PlanSettings(AS_OF, Optional.empty(), Optional.empty(), order, false);
  }

  private static HistoryExport named(String name, WindowLength length) {
    HistoryExport sample =
        between(
            PlanSamples.export("viewers", TimeResolution.ONE_HOUR, locations(1), length),
            length == WindowLength.WEEK ? LocalDate.of(2024, 2, 26) : LocalDate.of(2024, 3, 1),
            Optional.empty());
    return new HistoryExport(
        name,
        sample.template(),
        sample.sources(),
        sample.windowLength(),
        sample.start(),
        sample.end(),
        sample.lookbackDays(),
        sample.format(),
        sample.sinkOptions(),
        sample.columns(),
        sample.timeZone());
  }
}
