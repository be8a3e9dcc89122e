package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.Measured;
import dev.vidiexport.app.bench.process.ProcessMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One run of a contestant. Immutable. */
record ContestantRun(Measured measured, long outputBytes) {
  private static final long MEBIBYTE = 1L << 20;

  /**
   * Runs a contestant, says so, and takes its output away.
   *
   * @param rows how many rows the output must have for the run to be good
   * @param where the round, for those who watch
   */
  static ContestantRun of(Contestant contestant, ProcessMeter meter, long rows, String where)
      throws IOException, InterruptedException {
    if (contestant.output().isPresent()) {
      Files.deleteIfExists(contestant.output().get());
    }
    Measured measured = meter.measure(contestant.command());
    long bytes = 0;
    if (contestant.output().isPresent()) {
      Path output = contestant.output().get();
      bytes = Files.exists(output) ? Files.size(output) : 0;
      measured = checked(measured, output, rows);
      Files.deleteIfExists(output);
    }
    System.out.printf(
        "%s: %s: %.2f s, %d MiB%s%n",
        where,
        contestant.name(),
        measured.seconds(),
        measured.peakBytes() / MEBIBYTE,
        measured.isGood() ? "" : ", FAILED: " + measured.message());
    return new ContestantRun(measured, bytes);
  }

  private static Measured checked(Measured measured, Path output, long rows) throws IOException {
    if (!measured.isGood()) {
      return measured;
    }
    long written = Files.exists(output) ? WrittenRows.in(output) : 0;
    return written == rows
        ? measured
        : measured.failed("wrote %,d rows instead of %,d".formatted(written, rows));
  }
}
