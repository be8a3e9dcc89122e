package dev.vidiexport.app.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.history.UnlimitedSync;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.testing.SampledShare;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history with a long past is kept current, a sync a night, while cameras upload late, die, come,
 * change their past and lose half of it. In the thorough build it is a year of 200 cameras, and two
 * weeks of nights.
 */
class LateDataIT {
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 9, 15);
  private static final int DAYS = SampledShare.of(14, 365);
  private static final int NIGHTS = SampledShare.of(4, 14);
  private static final int LOCATIONS = SampledShare.of(8, 200);
  private static final Duration LONG_SILENCE = Duration.ofDays(SampledShare.of(10, 21));
  private static final LocalDate FIRST_DAY = FIRST_NIGHT.minusDays(DAYS);
  private static final int MISSING = 10;

  /** A year would take half an hour within the limits of the service. */
  private static final boolean IS_LIMITED = SampledShare.of(true, false);

  /**
   * So many slices that one run can ask for them at once: each takes two or three calls of fifty.
   */
  private static final int DAYS_OF_PART = IS_LIMITED ? 14 : DAYS;

  /** The past of the export of one camera, which is to be asked for at once, too. */
  private static final int FEW_DAYS = Math.min(DAYS, 14);

  /** Longer than any run takes, so that no clock goes back between two of them. */
  private static final Duration BETWEEN_RUNS = Duration.ofMinutes(30);

  private static final double FEW = 1.1;

  /** A sync begins later than the day before, or earlier by so much that it has to wait. */
  private static final List<Integer> DRIFTS = List.of(0, 240, 238, 300);

  private static final LateCameras CAMERAS = new LateCameras(FIRST_NIGHT, LONG_SILENCE);

  private static final OkHttpClient HTTP = new OkHttpClient();

  @TempDir private Path top;

  private final SandboxTimes times = new SandboxTimes();

  /**
   * The present of the sandbox goes on with that of the machine, from a moment each night, of which
   * it is a little more ahead each time: what is a day old for a sync must be so for the sandbox,
   * too, however long a run takes to begin, or its cache answers once more.
   */
  private static final class SandboxTimes {
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private int begins;
    private volatile Instant begun = Instant.EPOCH;
    private volatile long sinceNanos = System.nanoTime();

    void begin(Instant now) {
      begins++;
      begun = now.plus(AHEAD.multipliedBy(begins));
      sinceNanos = System.nanoTime();
    }

    Instant now() {
      return begun.plusNanos(System.nanoTime() - sinceNanos);
    }
  }

  private static HistoryEntry entry(
      String name, List<Long> locations, LocalDate first, LocalDate last) {
    return new HistoryEntry(
        name, "viewers", TimeResolution.ONE_HOUR, false, locations, first, last);
  }

  private static boolean beginsAPart(LocalDate day) {
    return FIRST_DAY.until(day, ChronoUnit.DAYS) % DAYS_OF_PART == 0;
  }

  private static Instant night(int number) {
    return FIRST_NIGHT
        .plusDays(number)
        .atTime(6, 0)
        .toInstant(ZoneOffset.UTC)
        .plusSeconds(DRIFTS.get(number % DRIFTS.size()) + number / DRIFTS.size() * 300L);
  }

  private Sandbox sandbox() throws Exception {
    return Sandbox.start(
        SandboxSettings.usual()
            .withLimits(false)
            .withLocations(LOCATIONS)
            .withBuildTime(Duration.ZERO)
            .withHistory(CAMERAS.in(SandboxHistory.by(times::now))));
  }

  @Test
  @Tag("sampled")
  void hasWhatTheServiceHasAfterSomeNights() throws Exception {
    Path folder = top.toRealPath();
    FewestLooks fewest = new FewestLooks(CAMERAS);
    FewestLooks fewestOfDead = new FewestLooks(CAMERAS);
    int asked = 0;
    int mustAsk = 0;
    int askedOfDead = 0;
    int mustAskOfDead = 0;
    HistoryTarget target = new HistoryTarget(folder.resolve("audience"));
    Map<String, String> beforeLoss = Map.of();
    times.begin(night(0));
    try (Sandbox sandbox = sandbox()) {
      SyncRun run = IS_LIMITED ? packaged(folder, sandbox) : unlimited(folder, sandbox);
      Files.writeString(folder.resolve("vidiexport.yaml"), project(sandbox.baseUrl()));
      for (int number = 0; number <= NIGHTS; number++) {
        times.begin(night(number));
        List<LocalDate> days = FIRST_DAY.datesUntil(FIRST_NIGHT.plusDays(number)).toList();
        mustAsk += fewest.night(night(number), days, uploads(sandbox));
        int missing = fewest.lost().isEmpty() ? 0 : MISSING;
        List<String> past = List.of();
        if (number == 0) {
          for (LocalDate first : days.stream().filter(LateDataIT::beginsAPart).toList()) {
            String last = first.plusDays(DAYS_OF_PART - 1L).toString();
            List<String> part = List.of("--start", first.toString(), "--end", last);
            asked += sync(run, night(number), "all", missing, part);
          }
          past = List.of("--start", FIRST_NIGHT.minusDays(FEW_DAYS).toString());
        } else {
          asked += sync(run, night(number), "all", missing, List.of());
        }
        Instant later = night(number).plus(BETWEEN_RUNS);
        times.begin(later);
        Map<Long, Optional<Instant>> uploads = uploads(sandbox);
        uploads.keySet().retainAll(Set.of(LateCameras.DEAD));
        mustAskOfDead +=
            fewestOfDead.night(later, days.subList(DAYS - FEW_DAYS, days.size()), uploads);
        askedOfDead += sync(run, later, "dead", 0, past);
        assertThat(askedOfDead)
            .as("asked for the dead one until night %s", number)
            .isEqualTo(mustAskOfDead);
        if (fewest.lost().isEmpty()) {
          beforeLoss = target.files();
        }
      }
      assertThat(asked).isBetween(mustAsk, (int) (FEW * mustAsk));
      assertThat(fewest.lost()).as("days of which half was lost").isNotEmpty();
      assertEqual(sandbox, target, fewest.lost());
    }
    Map<String, String> kept = new HashMap<>(beforeLoss);
    kept.keySet().removeIf(file -> fewest.lost().stream().noneMatch(day -> isOf(file, day)));
    assertThat(target.files()).containsAllEntriesOf(kept);
  }

  private static boolean isOf(String file, LocalDate day) {
    return file.startsWith("all/date=%s/".formatted(day));
  }

  private static void assertEqual(Sandbox sandbox, HistoryTarget target, Set<LocalDate> except)
      throws Exception {
    LocalDate last = FIRST_NIGHT.plusDays(NIGHTS - 1L);
    try (HistoryTables tables = HistoryTables.in(target.path())) {
      tables.holdTheRowsOf(
          sandbox,
          entry("all", HistoryEntry.locations(LOCATIONS), FIRST_DAY, last),
          except,
          "at last");
      tables.holdTheRowsOf(
          sandbox,
          entry("dead", List.of(LateCameras.DEAD), FIRST_NIGHT.minusDays(FEW_DAYS), last),
          "at last");
    }
  }

  private static String project(URI baseUrl) {
    return """
        target: audience
        base_url: %s
        defaults:
          data_type: viewers
          time_resolution: 1h
          start: %s
          time_zone: UTC
        exports:
          all:
            locations: all
          dead:
            locations: [%s]
            start: %s
        """
        .formatted(baseUrl, FIRST_DAY, LateCameras.DEAD, FIRST_NIGHT.minusDays(FEW_DAYS));
  }

  /** As the service tells them at this moment; a camera that it does not list has none. */
  private static Map<Long, Optional<Instant>> uploads(Sandbox sandbox) throws Exception {
    Request request =
        new Request.Builder()
            .url(sandbox.baseUrl().resolve("/api/v1/locations/").toURL())
            .header("Authorization", Credentials.basic(sandbox.username(), sandbox.token()))
            .build();
    String listed;
    try (Response response = HTTP.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
      listed = response.body().string();
    }
    Map<Long, Optional<Instant>> uploads = new HashMap<>();
    for (JsonElement each : JsonParser.parseString(listed).getAsJsonArray()) {
      JsonElement upload = each.getAsJsonObject().get("last_upload_timestamp");
      uploads.put(
          each.getAsJsonObject().get("id").getAsLong(),
          upload.isJsonNull()
              ? Optional.empty()
              : Optional.of(LocalDateTime.parse(upload.getAsString()).toInstant(ZoneOffset.UTC)));
    }
    return uploads;
  }

  /** How a sync is run. */
  @FunctionalInterface
  private interface SyncRun {
    ProcessResult of(String... arguments) throws Exception;
  }

  /** The packaged program, each run with limits of its own, so that it needs not wait for calls. */
  private SyncRun packaged(Path folder, Sandbox sandbox) throws Exception {
    PackagedJar jar =
        PackagedJar.in(folder)
            .withVariable("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .withVariable("VIDICENTER_USERNAME", sandbox.username())
            .withVariable("VIDICENTER_TOKEN", sandbox.token());
    return arguments -> {
      Path state = Files.createTempDirectory(top, "state").toRealPath();
      return jar.withVariable("XDG_STATE_HOME", state.toString()).run(arguments);
    };
  }

  private static SyncRun unlimited(Path folder, Sandbox sandbox) {
    Map<String, String> environment =
        Map.of(
            "XDG_CACHE_HOME",
            folder.resolve("cache").toString(),
            "VIDICENTER_USERNAME",
            sandbox.username(),
            "VIDICENTER_TOKEN",
            sandbox.token(),
            "VIDIEXPORT_CONFIG",
            folder.resolve("vidiexport.yaml").toString());
    return arguments ->
        UnlimitedSync.run(environment, Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /**
   * The present of the sandbox is that moment when a run begins.
   *
   * @return how many slices it asked for
   */
  private int sync(SyncRun run, Instant moment, String export, int exitCode, List<String> more)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sync",
                "--as-of",
                moment.toString(),
                "--poll-interval",
                "20ms",
                "--json",
                "--export",
                export));
    command.addAll(more);
    times.begin(moment);

    ProcessResult ended = run.of(command.toArray(String[]::new));

    assertThat(ended.exitCode()).as("%s: %s", moment, ended.err()).isEqualTo(exitCode);
    JsonObject told = JsonParser.parseString(ended.text()).getAsJsonObject();
    return told.getAsJsonArray("exports").get(0).getAsJsonObject().get("asked").getAsInt();
  }
}
