package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.body.Bodies;
import dev.vidiexport.app.bench.body.Shape;
import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.ProcessMeter;
import dev.vidiexport.app.bench.report.Goal;
import dev.vidiexport.app.bench.report.MarkdownTable;
import dev.vidiexport.app.bench.report.Section;
import dev.vidiexport.app.bench.serve.BodyServer;
import dev.vidiexport.app.bench.serve.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exports near the service's limit, in little memory. The body repeats a block of rows. */
final class LargePart implements BenchmarkPart {
  private static final long BLOCK_ROWS = 500_000;
  private static final List<String> HEAPS = List.of("-Xmx192m", "-Xmx96m");
  private static final List<String> FORMATS = List.of("csv", "parquet");

  private final BenchmarkSettings settings;
  private final Bodies bodies;
  private final BodyServer server;
  private final ProcessMeter meter;
  private final int blocks;
  private final Map<Integer, Scores> scores = new LinkedHashMap<>();

  LargePart(BenchmarkSettings settings, Bodies bodies, BodyServer server, ProcessMeter meter) {
    this.settings = settings;
    this.bodies = bodies;
    this.server = server;
    this.meter = meter;
    this.blocks = (int) (settings.largeRows() / BLOCK_ROWS);
  }

  @Override
  public Section run() throws IOException, InterruptedException {
    for (int round = 1; round <= settings.largeRounds(); round++) {
      for (int size : List.of(blocks / 2, blocks)) {
        String address = serve(size);
        for (String format : FORMATS) {
          for (String heap : HEAPS) {
            ContestantRun run =
                ContestantRun.of(
                    contestant(format, heap, address),
                    meter,
                    size * BLOCK_ROWS,
                    "large, round " + round);
            scores.computeIfAbsent(size, key -> new Scores()).add(name(format, heap), run);
          }
        }
      }
    }
    return section();
  }

  private String serve(int size) throws IOException {
    Served body =
        Served.repeated(
            Bodies.BEFORE_ROWS, bodies.rows(Shape.REGULAR, BLOCK_ROWS), size, Bodies.BEHIND_ROWS);
    return server.serve("large-" + size, () -> body);
  }

  private Contestant contestant(String format, String heap, String address) {
    Path output = settings.folder().resolve("large." + format);
    return Contestant.writing(
        name(format, heap),
        output,
        Exports.command(
            JavaRuntime.current().with(heap),
            settings.jar(),
            address,
            Shape.REGULAR.options(),
            output));
  }

  private static String name(String format, String heap) {
    return "vidiexport %s, %s".formatted(format, heap);
  }

  private Section section() {
    StringBuilder markdown = new StringBuilder("## Large exports\n");
    List<Map<String, Object>> json = new ArrayList<>();
    scores.forEach(
        (size, ofRows) -> {
          long rows = size * BLOCK_ROWS;
          markdown.append("\n### %,d rows%n%n".formatted(rows)).append(ofRows.markdown(rows));
          json.addAll(ofRows.json(rows));
        });
    MarkdownTable table = Goal.table();
    for (String format : FORMATS) {
      for (String heap : HEAPS) {
        judge(name(format, heap), table, json);
      }
    }
    return new Section("large", markdown.append('\n').append(table.markdown()).toString(), json);
  }

  private void judge(String name, MarkdownTable table, List<Map<String, Object>> json) {
    Scores half = scores.get(blocks / 2);
    Scores whole = scores.get(blocks);
    whole
        .peakMebibytes(name)
        .map(peak -> Goal.atMost(name + ": peak", 400, 250, " MiB").judge(peak, table))
        .ifPresent(json::add);
    whole
        .ratioTo(half, name, run -> run.measured().seconds() / 2, run -> run.measured().seconds())
        .map(
            ratio ->
                Goal.atMost(name + ": time a row by half the rows'", 1.1, 1.0, " ×")
                    .judge(ratio, table))
        .ifPresent(json::add);
  }
}
