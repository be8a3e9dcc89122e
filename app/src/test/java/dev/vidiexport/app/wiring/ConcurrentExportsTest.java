package dev.vidiexport.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.limits.StateFolder;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several exports at once in one process, over one session, at a service that has limits. */
class ConcurrentExportsTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final int EXPORTS = 3;
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(EXPORTS);
  private final PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
  private final UserMessages messages = new UserMessages(nowhere, UserMessages.Level.QUIET);
  private final List<CancellableRun> runs = new ArrayList<>();
  private Sandbox sandbox;
  private CommandSession session;

  /** What a test has of a run. */
  private record CancellableRun(ExportData export, Path output, Future<ExportOutcome> outcome) {}

  /** Begins with a service that takes so long for each export. */
  private void begin(Duration buildTime) throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual().withBuildTime(buildTime));
    session = CommandSession.open(settings(), console(), messages);
  }

  @AfterEach
  void end() {
    session.close();
    sandbox.close();
    threads.shutdownNow();
  }

  private SessionSettings settings() {
    return new SessionSettings(
        new HttpSettings(
            BaseUrl.parse(sandbox.baseUrl().toString()),
            Credentials.of(sandbox.username(), sandbox.token()),
            "test"),
        ServiceLimits.documented());
  }

  private Console console() {
    return new Console(
        Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        nowhere,
        nowhere,
        false,
        false);
  }

  @Test
  void endEachInItsOwnWay() throws Exception {
    begin(SHORT);
    CyclicBarrier together = new CyclicBarrier(EXPORTS);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    CancellableRun whole = start("1056", together, state -> {});
    CancellableRun unknown = start("999", together, state -> {});
    CancellableRun cancelled =
        start(
            "1057",
            together,
            state -> {
              started.countDown();
              told.await();
            });

    started.await();
    cancelled.export().cancel();
    told.countDown();

    assertThat(kind(cancelled)).contains(FailureKind.CANCELLED);
    assertThat(kind(unknown)).contains(FailureKind.REQUEST_REFUSED);
    assertThat(kind(whole)).isEmpty();
    assertIsWhole(whole, "1056");
    assertThat(files()).containsExactly(whole.output());
  }

  @Test
  void areAllBuiltAtOnceAndAllWhole() throws Exception {
    begin(SHORT);
    CyclicBarrier together = new CyclicBarrier(EXPORTS);
    for (String location : List.of("1056", "1057", "1058")) {
      start(location, together, state -> {});
    }

    for (CancellableRun run : runs) {
      assertThat(kind(run)).isEmpty();
    }

    assertIsWhole(runs.get(0), "1056");
    assertIsWhole(runs.get(1), "1057");
    assertIsWhole(runs.get(2), "1058");
  }

  @Test
  void giveEverythingBackThatTheyTookOfTheLimits() throws Exception {
    begin(Duration.ofHours(1));
    CyclicBarrier together = new CyclicBarrier(EXPORTS);
    CountDownLatch started = new CountDownLatch(EXPORTS);
    for (String location : List.of("1056", "1057", "1058")) {
      start(location, together, state -> started.countDown());
    }
    started.await();
    assertThat(anotherExport())
        .contains(LimitReached.untilSomebodyIsDone(LimitReached.Limit.EXPORTS, true));

    runs.forEach(run -> run.export().cancel());
    for (CancellableRun run : runs) {
      assertThat(kind(run)).contains(FailureKind.CANCELLED);
    }

    assertThat(anotherExport()).isEmpty();
    assertThat(files()).isEmpty();
  }

  /** What another process would be told that wants to have an export built. */
  private Optional<LimitReached> anotherExport() {
    SessionSettings settings = settings();
    try (Quota quota =
        StateFolder.shared(settings.limits(), settings.http().owner(), console(), messages)) {
      return quota.claim().take(true);
    }
  }

  /** Begins an export that makes its first call together with the others. */
  private CancellableRun start(String location, CyclicBarrier together, StateWatcher watcher) {
    Path output = folder.resolve(location + ".csv");
    Destination destination = Destinations.file(output.toString(), csv(), false);
    destination.check();
    Pacer pacer = Wiring.pacer();
    ExportData export =
        session.export(order(location), destination, listener(together, watcher), pacer);
    Future<ExportOutcome> outcome =
        threads.submit(
            () -> {
              try (destination) {
                return export.run();
              }
            });
    CancellableRun run = new CancellableRun(export, output, outcome);
    runs.add(run);
    return run;
  }

  /** Is told of every state that the service answers with. */
  @FunctionalInterface
  private interface StateWatcher {
    void see(String state) throws InterruptedException;
  }

  private static ExportListener listener(CyclicBarrier together, StateWatcher watcher) {
    return new ExportListener() {
      @Override
      public void onCall(int call) {
        if (call == 1) {
          try {
            together.await();
          } catch (InterruptedException | BrokenBarrierException interrupted) {
            throw new AssertionError(interrupted);
          }
        }
      }

      @Override
      public void onAnswer(Answer answer) {
        try {
          watcher.see(answer.state());
        } catch (InterruptedException interrupted) {
          throw new AssertionError(interrupted);
        }
      }
    };
  }

  private static ChosenSink csv() {
    InstalledSink sink = SinkLoader.load(Optional.empty()).find("csv").orElseThrow();
    return new ChosenSink(
        sink.name(),
        sink.provider(),
        SinkOptions.of(sink.provider(), Map.of()),
        Optional.empty(),
        true);
  }

  private static RunSettings order(String location) {
    ExportRequest request = request(location);
    return new RunSettings(
        request,
        CATALOGUE.columns(request.dataType(), request.timeResolution(), false),
        false,
        false,
        new PollPolicy(
            Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofHours(1), () -> 0),
        "test");
  }

  private static ExportRequest request(String location) {
    return new ExportRequestBuilder(CATALOGUE)
        .dataType("ots")
        .timeResolution("1h")
        .start("2025-01-20T00:00:00")
        .end("2025-01-26T23:59:59")
        .sources(SourceKind.LOCATIONS, List.of(location))
        .build();
  }

  private static Optional<FailureKind> kind(CancellableRun run) throws Exception {
    return run.outcome().get().failure().map(ExportException::kind);
  }

  /** Every row that the service has, and none of another export. */
  private void assertIsWhole(CancellableRun run, String location) throws IOException {
    List<String> lines = Files.readAllLines(run.output());
    assertThat(lines.subList(1, lines.size()))
        .hasSize((int) sandbox.rows(request(location).arguments()).count())
        .allSatisfy(line -> assertThat(line).startsWith(location + ","))
        .doesNotHaveDuplicates();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !entry.endsWith("state")).toList();
    }
  }
}
