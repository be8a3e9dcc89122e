package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.process.JavaCommand;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Java process of its own that replaces a slice again and again, until it is killed. */
final class PublishingProcess {
  private static final int MOST_REVISIONS = 100_000;

  private PublishingProcess() {}

  /** Starts it, and kills it when it has published some times. */
  static void killAfter(int times, String address, long lastRevision)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                JavaCommand.of(
                    PublishingProcess.class, List.of(), address, Long.toString(lastRevision)))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (int time = 0; time < times; time++) {
        String line = said.readLine();
        if (line == null || !line.startsWith("published")) {
          throw new IOException("the process said " + line);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Each revision has as many rows as tells it from the one before. */
  static long rows(long revision) {
    return revision % 5 * 100;
  }

  public static void main(String[] arguments) throws IOException {
    PostgresqlSliceTables tables =
        new PostgresqlSliceTables(new SettingsSearch(Map.of(), Duration.ofSeconds(60)));
    SliceTarget target =
        new SliceTarget(arguments[0], Optional.of(Histories.LEDGER), List.of(Histories.VIEWERS));
    try (SliceWriter writer = tables.write(target)) {
      for (long revision = Long.parseLong(arguments[1]) + 1;
          revision < MOST_REVISIONS;
          revision++) {
        publish(writer, revision);
        System.out.println("published " + revision);
      }
    }
  }

  private static void publish(SliceWriter writer, long revision) throws IOException {
    long rows = rows(revision);
    SliceContext context = new SliceContext(Histories.VIEWERS, Histories.SLICE, Histories.COLUMNS);
    try (SliceSink sink = writer.open(context)) {
      if (rows > 0) {
        Exports.feed(Histories.counts(new int[Math.toIntExact(rows)]), sink);
      }
      sink.commit(new Provenance(Map.of(), Optional.empty(), rows, "0.1.0"));
      sink.publish(Histories.committed(Histories.SLICE, revision, rows), Histories.COLUMNS);
    }
  }
}
