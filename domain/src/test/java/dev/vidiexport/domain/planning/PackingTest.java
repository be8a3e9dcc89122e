package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.planning.PlanSamples.AS_OF;
import static dev.vidiexport.domain.planning.PlanSamples.between;
import static dev.vidiexport.domain.planning.PlanSamples.complete;
import static dev.vidiexport.domain.planning.PlanSamples.export;
import static dev.vidiexport.domain.planning.PlanSamples.key;
import static dev.vidiexport.domain.planning.PlanSamples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Topology;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

  @ParameterizedTest
  @CsvSource({
    // By rows: 20 million aggregated ones, of which the last one is too much, or 3 million finest.
    "viewers, 5m, 1M, false, 1000, 1000",
    "viewers, 5m, 1M, true, 160, 149 11",
    "viewers, 1h, 1M, true, 1000, 1000",
    "proof_of_play_by_location, 5m, 1M, true, 149, 149",
    "viewers, finest, 1d, false, 1300, 599 599 102",
    "viewers, finest, 7d, false, 200, 85 85 30",
    "viewers, 1M, 1M, false, 1000, 1000",
    "viewers, 7d, 7d, true, 1000, 1000",
    // By characters: 5,783 of 6,000 are left for ids of four digits with their commas.
    "viewers, 1d, 1d, false, 2500, 1156 1156 188"
  })
  void takesAsFewRequestsAsTheLimitsAllow(
      String dataType,
      String resolution,
      String window,
      boolean isGrouped,
      int sources,
      String sizes) {
    HistoryExport export =
        grouped(
            export(
                dataType,
                TimeResolution.find(resolution).orElseThrow(),
                PlanSamples.allLocations(),
                WindowLength.find(window).orElseThrow()),
            isGrouped);
    HistoryExport first =
        between(export, export.start(), Optional.of(export.firstWindow().lastDay()));

    ExportPlan plan =
        plan(
            first, locations(1001, sources), PlanSamples.settings(AS_OF.plus(Duration.ofDays(60))));

    assertThat(sizes(plan)).isEqualTo(sizes);
  }

  @Test
  void learnsFromWhatEarlierWindowsBrought() {
    HistoryExport finest =
        export("viewers", TimeResolution.FINEST, PlanSamples.allLocations(), WindowLength.DAY);
    Topology topology = locations(1, 1000);
    long[] all = LongStream.rangeClosed(1, 1000).toArray();
    SliceRecord[] past =
        Stream.iterate(FIRST, day -> day.plusDays(1))
            .limit(7)
            .map(day -> complete(finest, key(finest, day.toString(), all), 10_000_000, 1_000))
            .toArray(SliceRecord[]::new);
    PlanSettings ninthDay = PlanSamples.settings(AS_OF.plus(Duration.ofDays(4)));

    // Twice the mean of 10,000 rows a location and day fits 149 times into 3 million.
    assertThat(sizes(plan(finest, topology, ninthDay, past)))
        .isEqualTo("149 149 149 149 149 149 106");
  }

  @Test
  void believesNoQuietDayBeforeAWeekIsKnown() {
    HistoryExport finest =
        export("viewers", TimeResolution.FINEST, PlanSamples.allLocations(), WindowLength.DAY);
    long[] all = LongStream.rangeClosed(1, 1000).toArray();
    HistoryExport two = between(finest, FIRST, Optional.of(FIRST.plusDays(1)));

    ExportPlan plan =
        plan(two, locations(1, 1000), complete(finest, key(finest, "2024-03-01", all), 1, 1));

    assertThat(sizes(plan)).isEqualTo("599 401");
  }

  @Test
  void keepsTheUrlAndTheRowsWithinTheirLimits() {
    Property.holds(
        25,
        random -> {
          HistoryExport sample =
              export(
                  random.nextBoolean() ? "viewers_apc" : "proof_of_play_by_location",
                  random.nextBoolean() ? TimeResolution.FINEST : TimeResolution.FIVE_MINUTES,
                  PlanSamples.allLocations(),
                  WindowLength.values()[random.nextInt(3)]);
          List<String> contents =
              random.ints(random.nextInt(100), 0x20, 0x2FFF).mapToObj(Character::toString).toList();
          HistoryExport export =
              between(
                  withContents(sample, contents),
                  sample.start(),
                  Optional.of(sample.firstWindow().lastDay()));
          long[] ids =
              random
                  .longs(1 + random.nextInt(2000), 0, Long.MAX_VALUE)
                  .map(id -> (id >>> random.nextInt(60)) + 1)
                  .toArray();

          ExportPlan plan =
              plan(
                  export,
                  PlanSamples.topology(ids),
                  PlanSamples.settings(AS_OF.plus(Duration.ofDays(60))));

          assertThat(plan.slices()).isNotEmpty();
          for (PlannedSlice slice : plan.slices()) {
            ExportRequest request =
                export.template().request(slice.key().window(), slice.key().sources());
            assertThat(url(request).length()).isLessThanOrEqualTo(6_000 - 100);
            assertThat(rows(export, slice))
                .isLessThan(export.template().timeResolution().rowLimit());
          }
        });
  }

  @Test
  void givesASourceARequestOfItsOwnWhateverElseTheUrlHolds() {
    HistoryExport export =
        withContents(
            export(
                "viewers_apc", TimeResolution.FINEST, PlanSamples.allLocations(), WindowLength.DAY),
            List.of("x".repeat(7_000)));
    HistoryExport first = between(export, FIRST, Optional.of(FIRST));

    assertThat(sizes(plan(first, locations(1, 3)))).isEqualTo("1 1 1");
    assertThat(
            UrlRoom.forIds(
                export.template(),
                TimeWindow.around(WindowLength.DAY, FIRST),
                SourceKind.LOCATIONS))
        .isNegative();
  }

  /** What is assumed of a request before anything is known. */
  private static long rows(HistoryExport export, PlannedSlice slice) {
    int days = slice.key().window().days();
    long rowsOfDay = export.template().timeResolution().isAggregated() ? 288 : 5_000;
    return slice.key().sources().size() * rowsOfDay * days;
  }

  /** As a client writes it, without the base. */
  private static String url(ExportRequest request) {
    return request.arguments().entrySet().stream()
        .map(
            argument ->
                argument.getKey()
                    + "="
                    + URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8)
                        .replace("%2C", ",")
                        .replace("%3A", ":")
                        .replace("+", "%20"))
        .collect(Collectors.joining("&", "api/v1/data/?", ""));
  }

  private static String sizes(ExportPlan plan) {
    return plan.slices().stream()
        .map(slice -> String.valueOf(slice.key().sources().size()))
        .collect(Collectors.joining(" "));
  }

  private static Topology locations(long first, int count) {
    return PlanSamples.topology(LongStream.range(first, first + count).toArray());
  }

  private static HistoryExport grouped(HistoryExport export, boolean isGrouped) {
    RequestTemplate template = export.template();
    return withTemplate(
        export,
        new RequestTemplate(
            template.dataType(),
            template.timeResolution(),
            isGrouped,
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private static HistoryExport withContents(HistoryExport export, List<String> contents) {
    RequestTemplate template = export.template();
    return withTemplate(
        export,
        new RequestTemplate(
            template.dataType(),
            template.timeResolution(),
            false,
            contents,
            Optional.empty(),
            Optional.empty()));
  }

  private static HistoryExport withTemplate(HistoryExport export, RequestTemplate template) {
    return new HistoryExport(
        export.name(),
        template,
        export.sources(),
        export.windowLength(),
        export.start(),
        export.end(),
        export.lookbackDays(),
        export.format(),
        export.sinkOptions(),
        export.columns(),
        export.timeZone());
  }
}
