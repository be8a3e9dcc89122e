package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A real file in which simulated runs share the limits as it is shipped; it goes when closed. */
public final class SimulatedLimits implements AutoCloseable {
  private final MachineClock clock;
  private final Path path;
  private final List<Run> runs = new ArrayList<>();

  public SimulatedLimits(Supplier<Duration> elapsed, Supplier<Instant> date) {
    this.clock = new MachineClock(1, elapsed, date);
    try {
      this.path = Files.createTempFile("simulated", StateFolder.SUFFIX);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Opens the file once more, as another process does. */
  public Run open(ServiceLimits limits) {
    try {
      Run run = new Run(limits, LimitsFile.open(path, limits, clock));
      runs.add(run);
      return run;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether nobody holds anything of it. */
  public boolean isUnlocked() {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock all = new SlotLocks(channel).all()) {
      return all != null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      runs.forEach(Run::close);
      Files.delete(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What one run has of the file. */
  public final class Run implements AutoCloseable {
    private final LimitsFile file;
    private final Quota quota;

    private Run(ServiceLimits limits, LimitsFile file) {
      this.file = file;
      this.quota = new SharedQuota(limits, file, clock.elapsed(), Run::refuse);
    }

    private static void refuse(IOException lost) {
      throw new UncheckedIOException(lost);
    }

    public Quota quota() {
      return quota;
    }

    /** Gives up what it holds, as the end of its process does. */
    @Override
    public void close() {
      try {
        file.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
