package dev.vidiexport.engines;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A history that the packaged program made, with much of what one can have after years. It takes
 * fewer calls than a minute has.
 */
final class SampleHistory {
  /** In the zone of these tests, this day has no hour that begins at two. */
  static final LocalDate DAY_OF_23_HOURS = LocalDate.of(2025, 3, 9);

  static final LocalDate EMPTY_DAY = LocalDate.of(2025, 3, 5);

  /** The files of all other days lack what these have. */
  static final List<LocalDate> DAYS_OF_NEW_KEYS =
      List.of(LocalDate.of(2025, 3, 6), LocalDate.of(2025, 3, 8));

  static final String BY_HOUR = "viewers_hourly";
  static final String NESTED = "contents";
  static final String BY_WEEK = "ots_weekly";
  static final List<String> EXPORTS = List.of(BY_HOUR, NESTED, BY_WEEK);

  private static final String PROJECT =
      """
      target: audience
      defaults:
        locations: all
        start: 2025-03-03
        end: 2025-03-16
        columns: {visits: whole, weight: decimal, open: boolean, seen_at: timestamp}
      exports:
        viewers_hourly:
          data_type: viewers
          time_resolution: 1h
          group_by_demographics: true
          end: 2025-03-09
        contents:
          data_type: viewers_apc
          time_resolution: finest
          window: 7d
        ots_weekly:
          data_type: ots
          time_resolution: 1d
          window: 7d
      """;

  private SampleHistory() {}

  /** Makes it in an empty folder; returns the folder of the history. */
  static Path in(Path folder) throws IOException, InterruptedException {
    String now = "2025-03-18T12:00:00Z";
    Files.writeString(folder.resolve("vidiexport.yaml"), PROJECT);
    try (PackagedProgram.Sandbox sandbox =
            PackagedProgram.Sandbox.start(
                folder, "--no-limits", "--build-time", "10ms", "--locations", "3", "--now", now);
        ChangingService service =
            ChangingService.before(URI.create(sandbox.told().get("VIDICENTER_BASE_URL")))) {
      Map<String, String> environment = new HashMap<>(sandbox.told());
      environment.put("VIDICENTER_BASE_URL", service.baseUrl());
      PackagedProgram.run(
          folder, environment, "sync", "--as-of", now, "--poll-interval", "20ms", "--oldest-first");
    }
    return folder.resolve("audience");
  }
}
