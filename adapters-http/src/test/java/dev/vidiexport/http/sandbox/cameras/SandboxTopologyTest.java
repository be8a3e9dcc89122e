package dev.vidiexport.http.sandbox.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The cameras as they are at a time. */
class SandboxTopologyTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:03:20Z");
  private static final CameraPlan LATE = new CameraPlan(true, List.of(), List.of());
  private static final Optional<ZoneOffset> BERLIN = Optional.of(ZoneOffset.ofHours(1));

  private static SandboxTopology at(Instant now, CameraPlan plan) {
    return SandboxTopology.at(now, plan, 12, 1);
  }

  private static CameraPlan of(CameraEvent... events) {
    return new CameraPlan(false, List.of(BERLIN), List.of(events));
  }

  @Test
  void hasCamerasThatSendEveryFiveMinutesAsTheClockOfTheServiceTells() {
    assertThat(at(NOON, of()).camera(1056))
        .satisfies(
            camera -> {
              assertThat(camera.active()).isTrue();
              assertThat(camera.lastUpload()).contains(LocalDateTime.parse("2024-03-01T12:00:00"));
            });
  }

  @Test
  void knowsWhatWasMeasuredUntilTheLastUploadInTheTimeOfTheCamera() {
    Life life = at(NOON, of()).location(1056).life();

    assertThat(life.holds(LocalDateTime.parse("2024-03-01T12:59:59"))).isTrue();
    assertThat(life.holds(LocalDateTime.parse("2024-03-01T13:00:00"))).isFalse();
    assertThat(life.measured(LocalDateTime.parse("2024-03-01T12:00:00"), 1)).hasValue(1);
    assertThat(life.measured(LocalDateTime.parse("2024-03-01T12:00:00"), 4)).hasValue(0.25);
    assertThat(life.measured(LocalDateTime.parse("2024-03-01T13:00:00"), 1)).isEmpty();
  }

  @Test
  void hasCamerasThatAreHoursDaysAndWeeksLate() {
    List<Duration> longest =
        LongStream.range(1056, 1062).mapToObj(SandboxTopologyTest::longestDelay).sorted().toList();

    assertThat(longest.subList(0, 3)).allMatch(delay -> delay.toMinutes() < 5);
    assertThat(longest.get(3)).isBetween(Duration.ofHours(5), Duration.ofHours(6));
    assertThat(longest.get(4)).isBetween(Duration.ofDays(2), Duration.ofDays(3));
    assertThat(longest.get(5)).isBetween(Duration.ofDays(20), Duration.ofDays(21));
  }

  /** At any full hour of two months. */
  private static Duration longestDelay(long location) {
    Duration longest = Duration.ZERO;
    for (int hour = 0; hour < 60 * 24; hour++) {
      Instant now = NOON.plus(Duration.ofHours(hour));
      Instant upload =
          at(now, LATE).camera(location).lastUpload().orElseThrow().toInstant(ZoneOffset.UTC);
      Duration delay = Duration.between(upload, now);
      assertThat(delay).isGreaterThanOrEqualTo(Duration.ZERO);
      longest = delay.compareTo(longest) > 0 ? delay : longest;
    }
    return longest;
  }

  @Test
  void forgetsNoUploadAsTimePasses() {
    for (long location = 1056; location < 1062; location++) {
      LocalDateTime last = LocalDateTime.MIN;
      for (int hour = 0; hour < 60 * 24; hour += 5) {
        LocalDateTime upload =
            at(NOON.plus(Duration.ofHours(hour)), LATE).camera(location).lastUpload().orElseThrow();
        assertThat(upload).isAfterOrEqualTo(last);
        last = upload;
      }
    }
  }

  @Test
  void sendsAllThatASilentCameraMeasuredWhenTheSilenceEnds() {
    Instant from = Instant.parse("2024-02-10T00:01:00Z");
    Instant until = Instant.parse("2024-03-02T00:01:30Z");
    CameraPlan plan =
        of(
            new CameraEvent.FallsSilent(1056, from, until),
            new CameraEvent.FallsSilent(1056, from.minusSeconds(86_400), from.plusSeconds(1)));

    assertThat(upload(from.minusSeconds(86_400), plan)).isEqualTo("2024-02-09T00:00:00Z");
    assertThat(upload(from.minusSeconds(1), plan)).isEqualTo("2024-02-09T00:00:00Z");
    assertThat(upload(until.minusSeconds(1), plan)).isEqualTo("2024-02-09T00:00:00Z");
    assertThat(upload(until, plan)).isEqualTo(until);
    assertThat(upload(until.plusSeconds(600), plan)).isEqualTo("2024-03-02T00:10:00Z");
    assertThat(
            at(until, plan).location(1056).life().holds(LocalDateTime.parse("2024-02-20T00:00:00")))
        .isTrue();
  }

  private static Instant upload(Instant now, CameraPlan plan) {
    return at(now, plan).camera(1056).lastUpload().orElseThrow().toInstant(ZoneOffset.UTC);
  }

  @Test
  void measuresNothingAfterACameraIsTakenDown() {
    Instant after = Instant.parse("2025-12-01T00:00:00Z");
    long takenDown =
        LongStream.range(1056, 1068)
            .filter(location -> !at(after, of()).camera(location).active())
            .findFirst()
            .orElseThrow();
    LocalDateTime last = at(after, of()).camera(takenDown).lastUpload().orElseThrow();
    Instant end = last.toInstant(ZoneOffset.UTC);

    assertThat(last).isBetween("2025-02-28T00:00:00", "2025-10-01T00:00:00");
    assertThat(at(end.minusSeconds(1), of()).camera(takenDown).active()).isTrue();
    assertThat(at(end, of()).camera(takenDown).active()).isFalse();
    assertThat(at(after, of()).location(takenDown).life().holds(last.plusHours(1))).isFalse();
    assertThat(at(after, of()).location(takenDown).life().holds(last.plusMinutes(59))).isTrue();
  }

  @Test
  void hasACameraFromItsAppearanceOn() {
    Instant at = Instant.parse("2024-02-01T00:00:00Z");
    CameraPlan plan = of(new CameraEvent.Appears(1060, at));

    assertThat(at(at.minusSeconds(1), plan).locations()).doesNotContain(1060L).hasSize(11);
    assertThat(at(at, plan).locations()).contains(1060L);
    assertThat(at(at, plan).locationsOfSite(202)).containsExactly(1059L, 1060L, 1061L);
    assertThat(at(at, plan).camera(1060))
        .satisfies(
            camera -> {
              assertThat(camera.created()).isEqualTo("2024-02-01T01:00:00");
              assertThat(camera.lastUpload()).isEmpty();
            });
    assertThat(at(NOON, plan).camera(1060).lastUpload()).isPresent();
    assertThat(at(NOON, plan).location(1060).life().holds(LocalDateTime.parse("2024-02-01T00:59")))
        .isFalse();
    assertThat(at(NOON, plan).location(1060).life().holds(LocalDateTime.parse("2024-02-01T01:00")))
        .isTrue();
  }

  @Test
  void hasNoCameraThatLeftUntilItAppearsAgain() {
    Instant left = Instant.parse("2024-02-01T00:00:00Z");
    Instant back = Instant.parse("2024-02-20T00:00:00Z");
    CameraPlan plan = of(new CameraEvent.Appears(1060, back), new CameraEvent.Leaves(1060, left));

    assertThat(at(left.minusSeconds(1), plan).locations()).contains(1060L);
    assertThat(at(left, plan).locations()).doesNotContain(1060L);
    assertThat(at(left, plan).locationsOfSite(202)).containsExactly(1059L, 1061L);
    assertThat(at(back, plan).locations()).contains(1060L);
  }

  /** A day of a site of three cameras: the third sends nothing. */
  @Test
  void countsACameraOfASiteThatIsYetToSend() {
    CameraPlan plan = of(new CameraEvent.FallsSilent(1058, Instant.EPOCH, NOON));
    LocalDateTime day = LocalDateTime.parse("2024-02-20T00:00:00");

    assertThat(at(NOON.minusSeconds(1), plan).site(201).life().measured(day, 24)).hasValue(2.0 / 3);
    assertThat(at(NOON, plan).site(201).life().measured(day, 24)).hasValue(1);
  }

  @Test
  void keepsThePastOfASiteWhenCamerasComeAndGo() {
    Instant change = Instant.parse("2024-02-15T00:00:00Z");
    CameraPlan plan =
        of(new CameraEvent.Appears(1057, change), new CameraEvent.Leaves(1058, change));
    LocalDateTime day = LocalDateTime.parse("2024-02-10T00:00:00");

    Life before = at(change.minusSeconds(1), plan).site(201).life();
    Life after = at(NOON, plan).site(201).life();

    assertThat(before.measured(day, 24)).isPresent().isEqualTo(after.measured(day, 24));
  }

  @Test
  void namesCamerasAnewWhenTheTimeHasCome() {
    Instant at = Instant.parse("2024-02-01T00:00:00Z");
    CameraPlan plan =
        of(
            new CameraEvent.Renamed(1056, at.plusSeconds(10), "Third"),
            new CameraEvent.Renamed(1056, at, "Second"));

    assertThat(at(at.minusSeconds(1), plan).locationLabel(1056))
        .isEqualTo("Gare du Nord 1 – Entrance");
    assertThat(at(at, plan).locationLabel(1056)).isEqualTo("Second");
    assertThat(at(NOON, plan).location(1056).name()).isEqualTo("Third");
    assertThat(at(NOON, plan).locationLabel(1057)).isEqualTo("Gare du Nord 1 – Kiosk");
  }

  @Test
  void givesTimeZonesByTurns() {
    CameraPlan plan =
        new CameraPlan(
            false, List.of(Optional.of(ZoneOffset.ofHours(-8)), Optional.empty()), List.of());
    SandboxTopology topology = at(NOON, plan);

    assertThat(topology.camera(1056).zone()).contains(ZoneOffset.ofHours(-8));
    assertThat(topology.camera(1057).zone()).isEmpty();
    assertThat(topology.camera(1058).zone()).contains(ZoneOffset.ofHours(-8));
    assertThat(topology.location(1056).life().holds(LocalDateTime.parse("2024-03-01T04:01:00")))
        .isFalse();
    assertThat(topology.location(1057).life().holds(LocalDateTime.parse("2024-03-01T04:01:00")))
        .isTrue();
  }
}
