package dev.vidiexport.app.bench;

import com.squareup.moshi.Moshi;
import dev.vidiexport.app.bench.body.Shape;
import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.ProcessCommand;
import dev.vidiexport.app.bench.report.Goal;
import dev.vidiexport.app.bench.report.MarkdownTable;
import dev.vidiexport.app.bench.report.Section;
import dev.vidiexport.app.bench.report.Spread;
import dev.vidiexport.app.bench.serve.BodyServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long a small export that is ready at the server takes to become a file. */
final class ReadinessPart implements BenchmarkPart {
  private static final List<Duration> BUILDING =
      List.of(Duration.ofMillis(400), Duration.ofMillis(2_500), Duration.ofMillis(7_000));
  private static final double MUST_BEYOND_INTERVAL_SECONDS = 0.2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BenchmarkSettings settings;
  private final BodyServer server;

  ReadinessPart(BenchmarkSettings settings, BodyServer server) {
    this.settings = settings;
    this.server = server;
  }

  @Override
  public Section run() throws IOException, InterruptedException {
    MarkdownTable table =
        new MarkdownTable("built in", "ready to published, s", "last wait between polls, s");
    MarkdownTable goals = Goal.table();
    List<Map<String, Object>> json = new ArrayList<>();
    for (Duration building : BUILDING) {
      List<Double> delays = new ArrayList<>();
      List<Double> waits = new ArrayList<>();
      for (int round = 0; round < settings.rounds(); round++) {
        delays.add(delay(building));
        waits.add(lastWait());
      }
      String seconds = building.toMillis() / 1000.0 + " s";
      table.row(seconds, Spread.of(delays).shown(2), Spread.of(waits).shown(2));
      List<Double> beyond = new ArrayList<>();
      for (int round = 0; round < delays.size(); round++) {
        beyond.add(delays.get(round) - waits.get(round));
      }
      Spread worst = Spread.of(List.of(Spread.of(beyond).most()));
      json.add(
          Goal.atMost(
                  "built in " + seconds + ": worst delay beyond the last wait",
                  MUST_BEYOND_INTERVAL_SECONDS,
                  MUST_BEYOND_INTERVAL_SECONDS,
                  " s")
              .judge(worst, goals));
    }
    return new Section(
        "readiness",
        "## From ready to published\n\n" + table.markdown() + "\n" + goals.markdown(),
        json);
  }

  private double delay(Duration building) throws IOException, InterruptedException {
    Path output = output();
    Files.deleteIfExists(output);
    BuildingAnswers answers = new BuildingAnswers(building);
    String address = server.serve("building", answers);
    ProcessCommand command =
        Exports.command(
            JavaRuntime.current(),
            settings.jar(),
            address,
            Shape.REGULAR.options(),
            output,
            "--report",
            report().toString());
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().putAll(command.variables());
    Process process = builder.start();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(output)) {
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IllegalStateException("Nothing was published");
      }
      Thread.sleep(1);
    }
    long published = System.nanoTime();
    process.waitFor();
    return (published - answers.readyAt()) / 1e9;
  }

  private double lastWait() throws IOException {
    Object report =
        new Moshi.Builder().build().adapter(Object.class).fromJson(Files.readString(report()));
    if (report instanceof Map<?, ?> map
        && map.get("waits_seconds") instanceof List<?> waits
        && !waits.isEmpty()
        && waits.get(waits.size() - 1) instanceof Double seconds) {
      return seconds;
    }
    throw new IllegalStateException("The report tells no waits: " + report);
  }

  private Path output() {
    return settings.folder().resolve("ready.csv");
  }

  private Path report() {
    return settings.folder().resolve("ready.json");
  }
}
