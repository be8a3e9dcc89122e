package dev.vidiexport.app.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The clock of a machine that nobody can set. It begins with the machine, for all processes alike,
 * and stands still while the machine sleeps.
 *
 * @param mark different for each machine and each start of it; 0 if unknown
 * @param elapsed the time since the clock began
 * @param date the date, which people do set; it only bridges two clocks
 */
record MachineClock(long mark, Supplier<Duration> elapsed, Supplier<Instant> date) {
  /** Linux makes a random number at each start. */
  private static final Path START = Path.of("/proc/sys/kernel/random/boot_id");

  private static final long NONE = 0;

  static MachineClock ofThisMachine() {
    return new MachineClock(
        mark(START), () -> Duration.ofNanos(System.nanoTime()), () -> Instant.now());
  }

  /** Reads the mark from a file that holds a UUID. */
  static long mark(Path file) {
    try {
      UUID start = UUID.fromString(Files.readString(file).strip());
      return start.getMostSignificantBits() ^ start.getLeastSignificantBits();
    } catch (IOException | IllegalArgumentException notTold) {
      return NONE;
    }
  }

  ClockReading now() {
    return new ClockReading(mark, elapsed.get(), date.get());
  }
}
