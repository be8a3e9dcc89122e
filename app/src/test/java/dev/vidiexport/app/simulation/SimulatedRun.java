package dev.vidiexport.app.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.console.Interruption;
import dev.vidiexport.app.console.SimulatedInterruption;
import dev.vidiexport.app.export.SamplePlans;
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

  private final RunPlan plan;
  private final Optional<PlantedBug> bug;
  private final Faults faults;
  private final ScriptedDisk disk;
  private final SimulatedPacer pacer;
  private final SlowRun slowness;
  private final ServedExport served;
  private final RunCalls calls;
  private Optional<ExportData> going = Optional.empty();
  private Optional<ExportOutcome> outcome = Optional.empty();
  private Duration duration = Duration.ZERO;

  SimulatedRun(
      RunPlan plan,
      Optional<PlantedBug> bug,
      Faults faults,
      ScriptedDisk disk,
      SimulatedClock clock,
      SimulatedVidiCenter service,
      SimulatedNetwork network) {
    this.plan = plan;
    this.bug = bug;
    this.faults = faults;
    this.disk = disk;
    this.pacer = new SimulatedPacer(clock, plan);
    this.slowness = new SlowRun(clock, pacer, plan.chance("slowness"));
    this.served = service.serve(location(), plan, faults);
    this.calls = new RunCalls(plan, network, clock, pacer, faults);
  }

  private int location() {
    return FIRST_LOCATION + plan.number() - 1;
  }

  /** Where the output of a run goes, on its own disk. */
  static Path output(RunPlan plan) {
    return FOLDER.resolve("out." + plan.format().extension());
  }

  /**
   * Does what the command does for a valid command line; on the thread of the run.
   *
   * @param hasNeighbours whether there are other runs that can use the time when it is slow
   */
  void carryOut(CommandSession session, SimulatedInterruption signals, boolean hasNeighbours) {
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
      CommandSession session, SimulatedInterruption signals, ExportListener listener) {
    try (Destination destination = disk.disk().destination(settings())) {
      destination.check();
      ExportData export = session.export(runSettings(), destination, listener, pacer);
      going = Optional.of(export);
      if (signals.hasCome()) {
        faults.reach(Fault.CANCELLED);
      }
      Interruption.Registration registration = signals.interruption().register(export::cancel);
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
    SinkProvider shipped = plan.format().provider();
    SinkProvider provider = bug.map(planted -> planted.around(shipped)).orElse(shipped);
    return new OutputSettings(
        output(plan).toString(),
        new ChosenSink(
            "the format " + provider.format(),
            provider,
            SinkOptions.of(provider, Map.of()),
            Optional.of(plan.format().extension()),
            true),
        plan.overwrite(),
        new StandardOutput(FOLDER, OutputStream::nullOutputStream));
  }

  private RunSettings runSettings() {
    ExportRequest request = SamplePlans.request(location());
    Chance jitter = plan.chance("jitter");
    return new RunSettings(
        request,
        CATALOGUE.columns(request.dataType(), request.timeResolution(), false),
        plan.forceRebuild(),
        false,
        new PollPolicy(
            plan.pace().firstDelay(),
            plan.pace().longestDelay(),
            plan.pace().deadline(),
            jitter.random()::nextDouble),
        "simulated");
  }

  RunPlan plan() {
    return plan;
  }

  Faults faults() {
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
