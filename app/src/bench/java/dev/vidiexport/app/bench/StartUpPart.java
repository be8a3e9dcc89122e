package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.Jdks;
import dev.vidiexport.app.bench.process.Measured;
import dev.vidiexport.app.bench.process.ProcessCommand;
import dev.vidiexport.app.bench.process.ProcessMeter;
import dev.vidiexport.app.bench.report.Section;
import dev.vidiexport.app.bench.serve.BodyServer;
import dev.vidiexport.app.bench.serve.Served;
import dev.vidiexport.app.packaged.InstalledJdks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short command lines on every Java runtime, started as a jar and by the launcher. */
final class StartUpPart implements BenchmarkPart {
  private static final String EXAMPLE =
      """
      {"state": "finished", "creation_date": "2016-08-25T15:22:35", "data": [\
      {"location_id": 1056, "period_start": "2016-04-29 10:00:00", "watcher_count": 27, \
      "dwell_time": 2419, "attention_time": 556}, \
      {"location_id": 1056, "period_start": "2016-04-29 11:00:00", "watcher_count": 0, \
      "dwell_time": 0, "attention_time": 0}]}""";

  private final BenchmarkSettings settings;
  private final BodyServer server;
  private final ProcessMeter meter;

  StartUpPart(BenchmarkSettings settings, BodyServer server, ProcessMeter meter) {
    this.settings = settings;
    this.server = server;
    this.meter = meter;
  }

  @Override
  public Section run() throws IOException, InterruptedException {
    StringBuilder markdown = new StringBuilder("## Start-up\n");
    List<Map<String, Object>> json = new ArrayList<>();
    Path output = settings.folder().resolve("example.csv");
    Served answer = Served.text(EXAMPLE);
    ShortCommands commands = new ShortCommands(output, server.serve("example", () -> answer));
    for (Map.Entry<String, JavaRuntime> jdk : Jdks.installed().entrySet()) {
      System.out.println("Starting on Java " + jdk.getKey());
      StartTimes times = measure(commands, jdk.getValue());
      markdown.append("\n### Java %s%n%n".formatted(jdk.getKey())).append(times.markdown());
      json.add(Map.of("java", jdk.getKey(), "times", times.json()));
    }
    return new Section("startup", markdown.toString(), json);
  }

  private StartTimes measure(ShortCommands commands, JavaRuntime java)
      throws IOException, InterruptedException {
    Map<String, ProgramStart> ways = new LinkedHashMap<>();
    ways.put(StartTimes.PLAIN, ProgramStart.jar(java, settings.jar()));
    ways.put(StartTimes.LAUNCHED, Launcher.warm(settings, meter, java));
    StartTimes times = new StartTimes(InstalledJdks.makesAotCache(java.home()));
    // The first round warms the caches of the machine and does not count.
    for (int round = 0; round <= settings.startUpRuns(); round++) {
      for (Map.Entry<String, ProgramStart> way : ways.entrySet()) {
        for (Map.Entry<String, ProcessCommand> command :
            commands.all(java, way.getValue()).entrySet()) {
          commands.clear();
          Measured run = meter.time(command.getValue());
          if (!run.isGood()) {
            throw new IllegalStateException(command.getKey() + " failed: " + run.message());
          }
          if (round > 0) {
            times.add(way.getKey(), command.getKey(), run.seconds());
          }
        }
      }
    }
    return times;
  }
}
