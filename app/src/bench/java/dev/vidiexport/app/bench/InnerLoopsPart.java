package dev.vidiexport.app.bench;

import com.squareup.moshi.Moshi;
import dev.vidiexport.app.bench.report.MarkdownTable;
import dev.vidiexport.app.bench.report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What JMH found in the modules that were built before. */
final class InnerLoopsPart implements BenchmarkPart {
  private static final List<String> MODULES = List.of("adapters-http", "adapters-sinks");

  private final Path modules;

  InnerLoopsPart(Path modules) {
    this.modules = modules;
  }

  @Override
  public Section run() throws IOException {
    MarkdownTable table = new MarkdownTable("inner loop", "rows a second", "± 99.9 %");
    List<Object> json = new ArrayList<>();
    for (String module : MODULES) {
      Path results = modules.resolve(module).resolve("target").resolve("jmh.json");
      if (Files.isReadable(results)) {
        read(results, table, json);
      } else {
        table.row(module, "MISSING: JMH has not run", "");
      }
    }
    return new Section("inner_loops", "## Inner loops (JMH)\n\n" + table.markdown(), json);
  }

  private static void read(Path results, MarkdownTable table, List<Object> json)
      throws IOException {
    Object read =
        new Moshi.Builder().build().adapter(Object.class).fromJson(Files.readString(results));
    if (read instanceof List<?> benchmarks) {
      for (Object benchmark : benchmarks) {
        if (benchmark instanceof Map<?, ?> entry
            && entry.get("primaryMetric") instanceof Map<?, ?> metric) {
          json.add(entry);
          table.row(name(entry), rounded(metric.get("score")), rounded(metric.get("scoreError")));
        }
      }
    }
  }

  private static String name(Map<?, ?> benchmark) {
    String[] words = benchmark.get("benchmark").toString().split("\\.");
    String name = words[words.length - 2] + "." + words[words.length - 1];
    return benchmark.get("params") instanceof Map<?, ?> params ? name + " " + params : name;
  }

  private static String rounded(Object number) {
    return number instanceof Double value && !value.isNaN() ? "%,.0f".formatted(value) : "";
  }
}
