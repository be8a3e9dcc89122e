package dev.vidiexport.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.watchdog.SlowCallTimer;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check takes no more time than the run has, and ends when the run is told to. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TimeLimitedProviderTest {
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private final RecordingPacer pacer = new RecordingPacer();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final StringWriter said = new StringWriter();

  private interface Checking {
    void check() throws Exception;
  }

  private void check(Checking checking) throws IOException {
    SinkProvider provider = new CheckedProvider(checking, false);
    limited(provider).check(new SinkCheck(SinkOptions.of(provider, Map.of()), Optional.empty()));
  }

  private TimeLimitedProvider limited(SinkProvider provider) {
    return new TimeLimitedProvider(
        provider,
        new TimeLimitedCheck(
            "the format odd of odd.jar",
            DEADLINE,
            pacer,
            cancelled::get,
            new UserMessages(new PrintWriter(said, true), UserMessages.Level.NORMAL)));
  }

  private void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      interrupted.countDown();
    }
  }

  private void assertEnds(FailureReason reason, Checking checking, String message)
      throws Exception {
    assertThatThrownBy(() -> check(checking))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(reason);
              assertThat(CommandLineAdvice.told(failure.failure())).isEqualTo(message);
            })
        .hasStackTraceContaining("This is where the format was")
        .hasStackTraceContaining("CheckedProvider.check");
    interrupted.await();
  }

  @Test
  void endsWhenTheTimeIsOver() throws Exception {
    assertEnds(
        FailureReason.FORMAT_STILL_CHECKING,
        () -> {
          pacer.advance(DEADLINE);
          hang();
        },
        "Gave up after 1m: the format odd of odd.jar was still checking whether it can work here."
            + " No call was made to VidiCenter. Raise --timeout, or use another --format.");
  }

  @Test
  void endsWhenTheRunIsCancelled() throws Exception {
    assertEnds(
        FailureReason.CANCELLED,
        () -> {
          cancelled.set(true);
          hang();
        },
        "The run was interrupted.");
  }

  @Test
  void tellsOfACheckThatTakesLong() throws IOException {
    check(
        () -> {
          pacer.advance(SlowCallTimer.PATIENCE);
          while (said.toString().isEmpty()) {
            Thread.onSpinWait();
          }
        });

    assertThat(said)
        .hasToString(
            "the format odd of odd.jar is still checking whether it can work here, for 20s so "
                + "far\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesTheNumbersThatTheProviderTakes(boolean nonFinite) {
    SinkProvider provider = new CheckedProvider(() -> {}, nonFinite);

    assertThat(limited(provider).takesNonFinite()).isEqualTo(nonFinite);
  }

  @Test
  void saysNothingOfOneThatIsFast() throws IOException {
    check(() -> {});

    assertThat(said.toString()).isEmpty();
  }

  static List<Throwable> failures() {
    return List.of(
        new IOException("it sleeps"), new IllegalStateException("oops"), new NoSuchFieldError("x"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void passesOnWhatTheProviderThrows(Throwable failure) {
    assertThatThrownBy(
            () ->
                check(
                    () -> {
                      if (failure instanceof Error error) {
                        throw error;
                      }
                      throw (Exception) failure;
                    }))
        .isSameAs(failure);
  }

  private record CheckedProvider(Checking checking, boolean takesNonFinite)
      implements SinkProvider {
    @Override
    public int spiVersion() {
      return SPI_VERSION;
    }

    @Override
    public String format() {
      return "odd";
    }

    @Override
    public Set<String> fileExtensions() {
      return Set.of();
    }

    @Override
    public TargetKind targetKind() {
      return TargetKind.EXTERNAL;
    }

    @Override
    public List<SinkOption> options() {
      return List.of();
    }

    @Override
    public void check(SinkCheck check) throws IOException {
      try {
        checking.check();
      } catch (IOException | RuntimeException failure) {
        throw failure;
      } catch (Exception other) {
        throw new AssertionError(other);
      }
    }

    @Override
    public Sink open(SinkContext context) {
      throw new UnsupportedOperationException("this provider is only checked");
    }
  }
}
