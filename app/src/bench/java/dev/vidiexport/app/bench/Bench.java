package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.body.Bodies;
import dev.vidiexport.app.bench.process.MachineDescription;
import dev.vidiexport.app.bench.process.ProcessMeter;
import dev.vidiexport.app.bench.process.Tool;
import dev.vidiexport.app.bench.report.BenchmarkReport;
import dev.vidiexport.app.bench.serve.BodyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the packaged program against its peers, as {@code app/README.md} tells. */
public final class Bench {
  private static final List<String> TOOLS = List.of("jq", "mlr", "python3");

  private Bench() {}

  /** Runs the parts that the properties choose, and writes the report. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    BenchmarkSettings settings = BenchmarkSettings.ofProperties();
    Files.createDirectories(settings.folder());
    BenchmarkReport report = new BenchmarkReport(settings.folder());
    report.head("machine", MachineDescription.traits());
    report.head("measured", facts(settings));
    try (BodyServer server = BodyServer.start()) {
      for (BenchmarkPart part : parts(settings, server).values()) {
        report.add(part.run());
      }
    }
    System.out.println("The report is in " + settings.folder());
  }

  private static Map<String, BenchmarkPart> parts(BenchmarkSettings settings, BodyServer server)
      throws IOException {
    Bodies bodies = new Bodies(settings.folder().resolve("bodies"));
    ProcessMeter meter = new ProcessMeter(settings.folder());
    Map<String, BenchmarkPart> parts = new LinkedHashMap<>();
    parts.put(
        "exports", new ShapesPart(settings, new LineUp(settings, bodies, server, meter), meter));
    parts.put("startup", new StartUpPart(settings, server, meter));
    parts.put("readiness", new ReadinessPart(settings, server));
    parts.put("large", new LargePart(settings, bodies, server, meter));
    parts.put("jmh", new InnerLoopsPart(modules(settings)));
    parts.keySet().removeIf(part -> !settings.has(part));
    return parts;
  }

  private static Path modules(BenchmarkSettings settings) {
    return settings.folder().resolve("../../..").normalize();
  }

  private static Map<String, String> facts(BenchmarkSettings settings)
      throws IOException, InterruptedException, SQLException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("rows", "%,d".formatted(settings.rows()));
    facts.put("rounds", settings.rounds() + ", interleaved; median (least..most)");
    facts.put("peak memory", ProcessMeter.method());
    facts.put("DuckDB", duckDbVersion());
    for (String tool : TOOLS) {
      facts.put(tool, new Tool(tool).version().orElse("MISSING: not installed"));
    }
    return facts;
  }

  private static String duckDbVersion() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }
}
