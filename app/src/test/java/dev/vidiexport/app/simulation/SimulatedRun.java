package dev.vidiexport.app.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.console.SimulatedSignals;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.export.SampleExportSettings;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.staging.StandardOutput;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One run of a simulated process, from the check of its output to its end. */
final class SimulatedRun {
  static final Path FOLDER = Path.of("/simulated");
  static final byte[] EARLIER_CONTENT = "an earlier export\n".getBytes(UTF_8);
  static final byte[] CONTENT_OF_ANOTHER = "of another program\n".getBytes(UTF_8);

  private static final int FIRST_LOCATION = 1056;
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  private final RunSchedule runSchedule;
  private final Optional<PlantedBug> bug;
  private final ReachedFaults faults;
  private final ScriptedDisk disk;
  private final SimulatedPacer pacer;
  private final SlowRun slowness;
  private final ServedExport served;
  private final RunCalls calls;
  private Optional<ExportData> going = Optional.empty();
  private Optional<ExportOutcome> outcome = Optional.empty();
  private Duration duration = Duration.ZERO;

  SimulatedRun(
      RunSchedule runSchedule,
      Optional<PlantedBug> bug,
      ReachedFaults faults,
      ScriptedDisk disk,
      SimulatedClock clock,
      SimulatedVidiCenter service,
      SimulatedNetwork network) {
    this.runSchedule = runSchedule;
    this.bug = bug;
    this.faults = faults;
    this.disk = disk;
    this.pacer = new SimulatedPacer(clock, runSchedule);
    this.slowness = new SlowRun(clock, pacer, runSchedule.chance("slowness"));
    this.served = service.serve(location(), runSchedule, faults);
    this.calls = new RunCalls(runSchedule, network, clock, pacer, faults);
  }

  private int location() {
    return FIRST_LOCATION + runSchedule.number() - 1;
  }

  /** Where the output of a run goes, on its own disk. */
  static Path output(RunSchedule runSchedule) {
    return FOLDER.resolve("out." + runSchedule.format().extension());
  }

  /**
   * Does what the command does for a valid command line; on the thread of the run.
   *
   * @param hasNeighbours whether there are other runs that can use the time when it is slow
   */
  void carryOut(CommandSession session, SimulatedSignals signals, boolean hasNeighbours) {
    ExportListener listener = hasNeighbours ? slowness : new ExportListener() {};
    try {
      outcome = Optional.of(export(session, signals, listener));
    } catch (ScriptedDisk.Crash crash) {
      // The machine is off, and the disk knows it.
      outcome = Optional.empty();
    } finally {
      duration = pacer.elapsed();
    }
  }

  private ExportOutcome export(
      CommandSession session, SimulatedSignals signals, ExportListener listener) {
    try (Destination destination = disk.disk().destination(settings())) {
      destination.check();
      ExportData export = session.export(runSettings(), destination, listener, pacer);
      going = Optional.of(export);
      if (signals.hasCome()) {
        faults.reach(Fault.CANCELLED);
      }
      TerminationSignals.Registration registration =
          signals.interruption().register(export::cancel);
      try {
        return export.run();
      } finally {
        registration.close();
        going = Optional.empty();
      }
    } catch (ExportException refused) {
      return new ExportOutcome(ExportReceipt.nothing(pacer.elapsed()), Optional.of(refused));
    }
  }

  /** The process is told to end, and so is this run, if it is going. */
  void noteSignal() {
    going.ifPresent(export -> faults.reach(Fault.CANCELLED));
  }

  /** Tells this run alone to end, if it is going; from the thread of any. */
  void cancel() {
    going.ifPresent(export -> faults.reach(Fault.CANCELLED));
    going.ifPresent(ExportData::cancel);
  }

  private OutputSettings settings() {
    SinkProvider shipped = runSchedule.format().provider();
    SinkProvider provider = bug.map(planted -> planted.around(shipped)).orElse(shipped);
    return new OutputSettings(
        output(runSchedule).toString(),
        new ChosenSink(
            "the format " + provider.format(),
            provider,
            SinkOptions.of(provider, Map.of()),
            Optional.of(runSchedule.format().extension()),
            true),
        runSchedule.overwrite(),
        new StandardOutput(FOLDER, OutputStream::nullOutputStream));
  }

  private RunSettings runSettings() {
    ExportRequest request = SampleExportSettings.request(location());
    SeededChance jitter = runSchedule.chance("jitter");
    return new RunSettings(
        request,
        CATALOGUE.columns(request.dataType(), request.timeResolution(), false),
        runSchedule.forceRebuild(),
        false,
        new PollPolicy(
            runSchedule.pace().firstDelay(),
            runSchedule.pace().longestDelay(),
            runSchedule.pace().deadline(),
            jitter.random()::nextDouble),
        "simulated");
  }

  RunSchedule runSchedule() {
    return runSchedule;
  }

  ReachedFaults faults() {
    return faults;
  }

  ScriptedDisk disk() {
    return disk;
  }

  /** Its export at the service. */
  ServedExport served() {
    return served;
  }

  RunCalls calls() {
    return calls;
  }

  /** Whether it has begun, and is not over. */
  boolean isGoing() {
    return going.isPresent();
  }

  /** What came of it; empty where the machine crashed. */
  Optional<ExportOutcome> outcome() {
    return outcome;
  }

  /** How long it took, by its own time. */
  Duration duration() {
    return duration;
  }

  /** Whether it was told to end when its last answer had come, which may be its end already. */
  boolean isCancelledAfterAnswer() {
    return slowness.isCancelledMeanwhile();
  }
}
