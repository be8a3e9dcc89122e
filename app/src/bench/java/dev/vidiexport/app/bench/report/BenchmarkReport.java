package dev.vidiexport.app.bench.report;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run of the benchmark found, as Markdown and as JSON. Not thread-safe. */
public final class BenchmarkReport {
  private final StringBuilder markdown = new StringBuilder("# How vidiexport compares\n");
  private final Map<String, Object> json = new LinkedHashMap<>();
  private final Path folder;

  /** A report that is kept in a folder. */
  public BenchmarkReport(Path folder) {
    this.folder = folder;
  }

  /** Names what was measured and on what. */
  public void head(String name, Map<String, String> facts) {
    markdown.append('\n');
    facts.forEach((fact, value) -> markdown.append("- %s: %s%n".formatted(fact, value)));
    json.put(name, facts);
  }

  /** Adds a part, shows it and writes all that is known by now, so that nothing is lost. */
  public void add(Section section) throws IOException {
    markdown.append('\n').append(section.markdown());
    json.put(section.name(), section.json());
    System.out.println();
    System.out.println(section.markdown());
    write();
  }

  private void write() throws IOException {
    Files.writeString(folder.resolve("report.md"), markdown);
    Files.writeString(
        folder.resolve("report.json"),
        new Moshi.Builder().build().adapter(Object.class).indent("  ").toJson(json) + "\n");
  }
}
