package dev.vidiexport.app.export;

import dev.vidiexport.app.console.Talk;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose check may hang: it runs on a thread of its own, and nobody waits for it longer
 * than the run may last.
 *
 * @param provider does the work
 * @param name what messages call its format
 * @param deadline how long the run may last, from the pacer's beginning
 * @param pacer the clock of the run
 * @param cancelled whether the run was told to end
 * @param talk is told once of a check that takes long
 */
record WatchedProvider(
    SinkProvider provider,
    String name,
    Duration deadline,
    Pacer pacer,
    BooleanSupplier cancelled,
    Talk talk)
    implements SinkProvider {
  /** How long a check may last before the user is told. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final long LOOK_MILLIS = 100;
  private static final String DOING = "is still checking whether it can work here";

  /**
   * Checks as the provider does.
   *
   * @throws ExportException {@code TIME_OVER} or {@code CANCELLED}, when the run must end before
   *     the answer has come
   */
  @Override
  public void check(SinkCheck check) throws IOException {
    FutureTask<SinkCheck> task =
        new FutureTask<>(
            () -> {
              provider.check(check);
              return check;
            });
    Thread thread = new Thread(task, "vidiexport-check");
    thread.setDaemon(true);
    Duration begin = pacer.elapsed();
    thread.start();
    boolean told = false;
    while (!isDone(task)) {
      requireTime(thread);
      Duration lasts = pacer.elapsed().minus(begin);
      if (!told && lasts.compareTo(PATIENCE) >= 0) {
        told = true;
        talk.note("%s %s, for %s by now".formatted(name, DOING, DurationText.of(lasts)));
      }
    }
  }

  private static boolean isDone(FutureTask<SinkCheck> task) throws IOException {
    try {
      task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw ExportException.cancelled(interrupted);
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    }
  }

  private static IOException thrown(@Nullable Throwable cause) {
    if (cause instanceof IOException refused) {
      return refused;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
  }

  private void requireTime(Thread thread) {
    if (cancelled.getAsBoolean()) {
      thread.interrupt();
      throw ExportException.cancelled(whereItIs(thread));
    }
    if (pacer.elapsed().compareTo(deadline) >= 0) {
      thread.interrupt();
      throw new ExportException(
          FailureReason.FORMAT_STILL_CHECKING,
          ("Gave up after %s: %s was still checking whether it can work here. Nothing was asked of"
                  + " VidiCenter.")
              .formatted(DurationText.of(pacer.elapsed()), name),
          whereItIs(thread));
    }
  }

  /** For whoever made the format. */
  private static Throwable whereItIs(Thread thread) {
    IllegalStateException where = new IllegalStateException("This is where the format was");
    where.setStackTrace(thread.getStackTrace());
    return where;
  }

  @Override
  public int spiVersion() {
    return provider.spiVersion();
  }

  @Override
  public String format() {
    return provider.format();
  }

  @Override
  public Set<String> fileExtensions() {
    return provider.fileExtensions();
  }

  @Override
  public TargetKind targetKind() {
    return provider.targetKind();
  }

  @Override
  public List<SinkOption> options() {
    return provider.options();
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return provider.open(context);
  }
}
