package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.planning.PlanSamples.export;
import static dev.vidiexport.domain.planning.PlanSamples.id;
import static dev.vidiexport.domain.planning.PlanSamples.key;
import static dev.vidiexport.domain.planning.PlanSamples.locations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day in March 2024, by UTC unless a zone is told, and a lookback of a week. */
class DueRulesTest {
  private static final String NOTHING = "";
  private static final Duration WEEK = Duration.ofDays(7);
  private static final SliceKey DAY = key(export(locations(1)), "2024-03-01", 1);

  /** Long after the lookback, and older than a day. */
  private static final Instant OLD = Instant.parse("2024-04-01T06:00:00Z");

  private static final Instant NOW = Instant.parse("2024-04-20T06:00:00Z");

  private static HistoryExport zoned(SourceSelection sources, String zone) {
    HistoryExport sample = export(sources);
    return new HistoryExport(
        sample.name(),
        sample.template(),
        sample.sources(),
        sample.windowLength(),
        sample.start(),
        sample.end(),
        (int) WEEK.toDays(),
        sample.format(),
        sample.sinkOptions(),
        sample.columns(),
        Optional.of(ZoneId.of(zone)));
  }

  private static Location uploading(long id, String lastUpload) {
    return created(id, lastUpload, "2016-01-01T00:00:00");
  }

  private static Location created(long id, String lastUpload, String creationDate) {
    return new Location(
        id(id),
        Optional.of(id(201)),
        Optional.empty(),
        Optional.of("true"),
        Optional.of(lastUpload).filter(text -> !text.isEmpty()),
        Optional.of(creationDate),
        Optional.empty(),
        "{}");
  }

  private static SliceAnswer built(Instant builtAt, boolean changedByUpload) {
    return new SliceAnswer(
        Optional.empty(),
        0,
        0,
        "0".repeat(32),
        1,
        Optional.empty(),
        builtAt,
        builtAt,
        "writing",
        changedByUpload);
  }

  private static UploadTimeline seen(String uploadBefore) {
    UploadTimeline.Builder timeline = new UploadTimeline.Builder();
    timeline.add(
        new SeenUpload(id(1), OLD, Optional.of(uploadBefore).filter(text -> !text.isEmpty())));
    return timeline.build();
  }

  private static DueRules rules(
      HistoryExport export, Topology topology, UploadTimeline timeline, Instant asOf) {
    Optional<Topology> known = Optional.of(topology);
    return DueRules.of(export, WindowClosings.of(export, known), known, timeline, asOf);
  }

  private static Optional<DueReason> lateUpload(
      String uploadBefore, String uploadNow, String created) {
    Topology topology = PlanSamples.of(created(1, uploadNow, created));
    return rules(zoned(locations(1), "UTC"), topology, seen(uploadBefore), NOW)
        .reason(DAY, built(OLD, false));
  }

  @ParameterizedTest
  @CsvSource({
    // The window is over at midnight, a week later the lookback is, too.
    "UTC, 2024-03-08T23:59:59Z, true",
    "UTC, 2024-03-09T00:00:00Z, false",
    "UTC, 2024-03-09T00:00:01Z, false",
    // The clocks change within the lookback; it is counted in hours.
    "America/New_York, 2024-03-09T04:59:59Z, true",
    "America/New_York, 2024-03-09T05:00:00Z, false",
    "Asia/Tokyo, 2024-03-08T14:59:59Z, true",
    "Asia/Tokyo, 2024-03-08T15:00:00Z, false"
  })
  void areAnsweredOnceMoreAfterTheLookback(String zone, Instant builtAt, boolean isDue) {
    DueRules rules =
        rules(zoned(locations(1), zone), PlanSamples.of(uploading(1, NOTHING)), seen(""), NOW);

    assertThat(rules.reason(DAY, built(builtAt, false)))
        .isEqualTo(isDue ? Optional.of(DueReason.LOOKBACK) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    // Both nights have another length than a day of the calendar.
    "2024-03-31, 2024-04-07T21:59:59Z, true",
    "2024-03-31, 2024-04-07T22:00:00Z, false",
    "2023-10-29, 2023-11-05T22:59:59Z, true",
    "2023-10-29, 2023-11-05T23:00:00Z, false"
  })
  void knowTheNightsInWhichClocksChange(String day, Instant builtAt, boolean isDue) {
    HistoryExport export = zoned(locations(1), "Europe/Berlin");
    DueRules rules = rules(export, PlanSamples.of(uploading(1, NOTHING)), seen(""), NOW);

    assertThat(rules.reason(key(export, day, 1), built(builtAt, false)).isPresent())
        .isEqualTo(isDue);
  }

  @ParameterizedTest
  @CsvSource(
      emptyValue = NOTHING,
      value = {
        // Something came, and it may be of the window.
        "2024-03-01T10:00:00, 2024-03-02T10:00:00, true",
        "2024-03-01 10:00:00, 2024-03-01 10:00:01, true",
        // Nothing came since.
        "2024-03-01T10:00:00, 2024-03-01T10:00:00, false",
        "2024-03-01T10:00:00, 2024-03-01T09:00:00, false",
        // All of the window had come before, in whatever zone that was written.
        "2024-03-02T13:59:59, 2024-03-02T14:00:01, true",
        "2024-03-02T14:00:00, 2024-03-02T14:00:01, false",
        // What came may still be from before the window.
        "2024-02-01T00:00:00, 2024-02-29T10:00:00, false",
        "2024-02-01T00:00:00, 2024-02-29T10:00:01, true",
        // A missing time before counts as early, a missing one now as none, so does an odd one.
        "'', 2024-03-05T00:00:00, true",
        "2024-03-01T10:00:00, '', false",
        "'', '', false",
        "2024-03-01T10:00:00, soon, false",
        "soon, 2024-03-05T00:00:00, true",
        "2024-02-30T00:00:00, 2024-03-05T00:00:00, true"
      })
  void areDueWhenALocationHasUploadedSince(String before, String now, boolean isDue) {
    assertThat(lateUpload(before, now, "2016-01-01T00:00:00"))
        .isEqualTo(isDue ? Optional.of(DueReason.LATE_UPLOAD) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-03T00:00:00, true",
    "2024-03-03T00:00:01, false",
    "2024-03-10T00:00:00, false",
    "one day, true"
  })
  void areNotDueForALocationThatCameLater(String created, boolean isDue) {
    assertThat(lateUpload("", "2024-04-10T00:00:00", created).isPresent()).isEqualTo(isDue);
  }

  @Test
  void goByWhatWasKnownWhenTheSliceWasAskedFor() {
    UploadTimeline.Builder timeline = new UploadTimeline.Builder();
    timeline.add(new SeenUpload(id(1), OLD, Optional.of("2024-03-01T10:00:00")));
    timeline.add(new SeenUpload(id(1), OLD.plusSeconds(60), Optional.of("2024-03-01T12:00:00")));
    DueRules rules =
        rules(
            zoned(locations(1), "UTC"),
            PlanSamples.of(uploading(1, "2024-03-01T12:00:00")),
            timeline.build(),
            NOW);

    assertThat(rules.reason(DAY, built(OLD.plusSeconds(59), false)))
        .contains(DueReason.LATE_UPLOAD);
    assertThat(rules.reason(DAY, built(OLD.plusSeconds(60), false))).isEmpty();
  }

  @Test
  void areDueForTheLocationsOfASiteAndForAnyWhereNobodyKnowsWhoseTheyAre() {
    Topology topology = PlanSamples.of(uploading(1, "2024-03-02T10:00:00"));
    for (SourceKind kind :
        new SourceKind[] {SourceKind.SITES, SourceKind.LOCATION_TAGS, SourceKind.SITE_GROUPS}) {
      SourceSet sources = SourceSet.of(kind, 201);
      HistoryExport export = zoned(new SourceSelection.Listed(sources), "UTC");
      SliceKey key = new SliceKey(export.name(), DAY.window(), sources);

      assertThat(
              rules(export, topology, seen("2024-03-01T10:00:00"), NOW)
                  .reason(key, built(OLD, false)))
          .contains(DueReason.LATE_UPLOAD);
    }
  }

  @Test
  void areNotDueForTheLocationsOfAnotherSite() {
    SourceSet sources = SourceSet.of(SourceKind.SITES, 202);
    HistoryExport export = zoned(new SourceSelection.Listed(sources), "UTC");
    Topology topology = PlanSamples.of(uploading(1, "2024-03-02T10:00:00"));

    assertThat(
            rules(export, topology, seen("2024-03-01T10:00:00"), NOW)
                .reason(new SliceKey(export.name(), DAY.window(), sources), built(OLD, false)))
        .isEmpty();
  }

  @Test
  void areDueOnceMoreWhenAnUploadChangedThem() {
    DueRules rules =
        rules(zoned(locations(1), "UTC"), PlanSamples.of(uploading(1, NOTHING)), seen(""), NOW);

    assertThat(rules.reason(DAY, built(OLD, true))).contains(DueReason.CHANGED_BEFORE);
    assertThat(DueReason.CHANGED_BEFORE.isForUpload()).isTrue();
    assertThat(DueReason.LATE_UPLOAD.isForUpload()).isTrue();
    assertThat(DueReason.LOOKBACK.isForUpload()).isFalse();
  }

  @Test
  void letACameraThatCreepsBehindChangeThoseWindowsAlone() {
    DueRules rules =
        rules(
            zoned(locations(1), "UTC"),
            PlanSamples.of(uploading(1, "2023-04-20T06:00:00")),
            seen("2023-04-19T06:00:00"),
            NOW);
    HistoryExport export = export(locations(1));

    assertThat(
            IntStream.rangeClosed(1, 28)
                .mapToObj(day -> LocalDate.of(2023, 4, day).toString())
                .filter(day -> rules.reason(key(export, day, 1), built(OLD, false)).isPresent()))
        .containsExactly("2023-04-18", "2023-04-19", "2023-04-20");
  }

  @Test
  void becomeDueADayAfterTheirBuild() {
    DueRules rules =
        rules(zoned(locations(1), "UTC"), PlanSamples.of(uploading(1, NOTHING)), seen(""), NOW);

    assertThat(rules.time(built(OLD, false))).isEqualTo(OLD.plus(Duration.ofHours(24)));
  }

  @Test
  void lookAtOnceAtWhatAClockBuiltThatWasFarAhead() {
    DueRules rules =
        rules(
            zoned(locations(1), "UTC"),
            PlanSamples.of(uploading(1, "2024-03-01T10:00:00")),
            seen("2024-03-01T10:00:00"),
            NOW);
    Instant ahead = NOW.plus(Duration.ofHours(24));

    assertThat(rules.reason(DAY, built(ahead, false))).isEmpty();
    assertThat(rules.time(built(ahead, false))).isEqualTo(ahead.plus(Duration.ofHours(24)));
    assertThat(rules.reason(DAY, built(ahead.plusSeconds(1), false))).isPresent();
    assertThat(rules.time(built(ahead.plusSeconds(1), false))).isEqualTo(NOW);
  }
}
