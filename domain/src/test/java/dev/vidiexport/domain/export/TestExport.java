package dev.vidiexport.domain.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryDestination;
import dev.vidiexport.domain.port.RecordingListener;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.typing.ColumnPolicy;
import dev.vidiexport.domain.typing.KnownColumns;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** A run of the use case among fakes, and what must hold after every run. */
final class TestExport implements ThreadFactory {
  static final Duration DEADLINE = Duration.ofHours(1);
  static final Trouble CUT = Trouble.of(Trouble.Kind.CUT, "the body was cut");

  /** The worked example of the specification. */
  static final ExportRequest REQUEST =
      new ExportRequest(
          "viewers",
          TimeResolution.ONE_HOUR,
          LocalDateTime.parse("2016-04-29T10:00:00"),
          LocalDateTime.parse("2016-04-29T11:00:00"),
          Map.of(SourceKind.LOCATIONS, List.of(1056L)),
          false,
          List.of(),
          Optional.empty(),
          Optional.empty());

  static final KnownColumns VIEWERS =
      new KnownColumns(
          List.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("period_start", ColumnType.TIMESTAMP),
              new Column("watcher_count", ColumnType.WHOLE),
              new Column("dwell_time", ColumnType.WHOLE),
              new Column("attention_time", ColumnType.WHOLE),
              new Column("conversion_ratio", ColumnType.DECIMAL)),
          List.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("watcher_count", ColumnType.WHOLE)));

  final FakeVidiCenter vidiCenter = new FakeVidiCenter();
  final InMemoryDestination destination = new InMemoryDestination();
  final RecordingPacer pacer = new RecordingPacer();
  final RecordingListener listener = new RecordingListener();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ExportData export;

  TestExport() {
    this(VIEWERS, false, false);
  }

  TestExport(ColumnPolicy known, boolean forceRebuild, boolean acceptRowLimit) {
    this(known, REQUEST, forceRebuild, acceptRowLimit);
  }

  /** Drops rows that are not before a time. */
  TestExport(ColumnPolicy columns, LocalDateTime rowsBefore) {
    this(
        new RunSettings(
            REQUEST, columns, Optional.of(rowsBefore), false, false, policy(), "0.1.0"));
  }

  TestExport(
      ColumnPolicy known, ExportRequest request, boolean forceRebuild, boolean acceptRowLimit) {
    this(new RunSettings(request, known, forceRebuild, acceptRowLimit, policy(), "0.1.0"));
  }

  private TestExport(RunSettings settings) {
    destination.check();
    export = new ExportData(vidiCenter, destination, pacer, listener, this, settings);
  }

  private static PollPolicy policy() {
    return new PollPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), DEADLINE, () -> 0);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "writer");
    threads.add(thread);
    return thread;
  }

  /** Runs to the end, and checks what every run promises. */
  ExportOutcome run() {
    ExportOutcome outcome = export.run();
    assertThat(threads).as("threads that still run").noneMatch(Thread::isAlive);
    assertThat(destination.openSinks()).as("sinks left open").isZero();
    assertThat(destination.isStaged()).as("something left staged").isFalse();
    if (destination.holdsBack() || outcome.failure().isEmpty()) {
      assertThat(destination.published().isPresent())
          .as("published, and failed with %s", outcome.failure())
          .isEqualTo(outcome.failure().isEmpty());
    }
    assertThat(destination.sinkThreads())
        .as("threads that call the sink")
        .isSubsetOf(threads)
        .doesNotContain(Thread.currentThread());
    return outcome;
  }

  /** Runs to an output. */
  InMemoryDestination.Output output() {
    ExportOutcome outcome = run();
    outcome
        .failure()
        .ifPresent(
            failure -> {
              throw new AssertionError("The run failed: " + failure.getMessage(), failure);
            });
    return destination.published().orElseThrow();
  }

  /** Runs to a failure for this reason. */
  ExportException failure(FailureReason reason) {
    ExportException failure = failure(reason.kind());
    assertThat(failure.reason()).as("%s", failure).isEqualTo(reason);
    return failure;
  }

  /** Runs to a failure of this kind. */
  ExportException failure(FailureKind kind) {
    ExportException failure = run().failure().orElseThrow();
    assertThat(failure.kind()).as("%s", failure).isEqualTo(kind);
    return failure;
  }

  void cancel() {
    export.cancel();
  }
}
