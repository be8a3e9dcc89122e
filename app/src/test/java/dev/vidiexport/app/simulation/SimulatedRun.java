package dev.vidiexport.app.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.export.SamplePlans;
import dev.vidiexport.app.limits.SimulatedLimits;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.staging.SimulatedDisk;
import dev.vidiexport.app.staging.StandardOutput;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SimulatedWiring;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOrder;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpModule;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One run of the shipped program in a simulated world, from the check of its output to its end. */
final class SimulatedRun {
  static final Path FOLDER = Path.of("/simulated");
  static final byte[] EARLIER_CONTENT = "an earlier export\n".getBytes(UTF_8);
  static final byte[] CONTENT_OF_ANOTHER = "of another program\n".getBytes(UTF_8);

  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final BaseUrl BASE_URL = BaseUrl.parse("http://127.0.0.1:1/");
  private static final Credentials CREDENTIALS = Credentials.of("someone@example.com", "s3cret");
  private static final ExportRequest REQUEST = SamplePlans.request();

  private final Schedule schedule;
  private final Optional<PlantedBug> bug;
  private final SimulatedClock clock;
  private final SimulatedVidiCenter service;
  private final SimulatedNetwork network;
  private final OtherRuns others;

  SimulatedRun(Schedule schedule, Optional<PlantedBug> bug, Faults faults) {
    this.schedule = schedule;
    this.bug = bug;
    this.clock = new SimulatedClock(schedule, faults);
    this.service = new SimulatedVidiCenter(schedule, clock, faults);
    this.network = new SimulatedNetwork(schedule, service, clock, faults);
    this.others = new OtherRuns(schedule, clock, service, network);
  }

  /** Where the output of a schedule goes. */
  static Path output(Schedule schedule) {
    return FOLDER.resolve("out." + schedule.format().extension());
  }

  /** Does what the command does for a valid command line. */
  ExportOutcome on(SimulatedDisk disk) {
    if (!schedule.sharing().isShared()) {
      ServiceLimits limits = schedule.limits();
      return on(
          disk,
          Quota.ofItsOwn(
              bug.map(planted -> planted.around(limits)).orElse(limits), clock::elapsed));
    }
    try (SimulatedLimits file = new SimulatedLimits(clock::elapsed, clock.date()::instant)) {
      others.begin(file);
      ServiceLimits limits = schedule.limits();
      boolean shares = bug.map(PlantedBug::shares).orElse(true);
      ServiceLimits kept = bug.map(planted -> planted.shared(limits)).orElse(limits);
      return on(disk, shares ? file.open(kept).quota() : Quota.ofItsOwn(limits, clock::elapsed));
    }
  }

  private ExportOutcome on(SimulatedDisk disk, Quota quota) {
    try (CommandSession session = session(quota);
        Destination destination = disk.destination(settings())) {
      destination.check();
      ExportData export = session.export(order(), destination, new ExportListener() {}, clock);
      clock.onSignal(export::cancel);
      return export.run();
    } catch (ExportException refused) {
      return new ExportOutcome(ExportReceipt.nothing(clock.elapsed()), Optional.of(refused));
    }
  }

  private OutputSettings settings() {
    SinkProvider shipped = schedule.format().provider();
    SinkProvider provider = bug.map(planted -> planted.around(shipped)).orElse(shipped);
    return new OutputSettings(
        output(schedule).toString(),
        new ChosenSink(
            "the format " + provider.format(),
            provider,
            SinkOptions.of(provider, Map.of()),
            Optional.of(schedule.format().extension()),
            true),
        schedule.overwrite(),
        new StandardOutput(FOLDER, OutputStream::nullOutputStream));
  }

  private CommandSession session(Quota quota) {
    HttpSettings settings = new HttpSettings(BASE_URL, CREDENTIALS, "simulated");
    return SimulatedWiring.session(
        new HttpModule(settings, quota, network, clock.date()),
        session -> bug.isEmpty() ? session : new PlantedSession(session, bug.get()),
        new HeldCalls(network.faults()));
  }

  private ExportOrder order() {
    Chance jitter = schedule.chance("jitter");
    return new ExportOrder(
        REQUEST,
        CATALOGUE.columns(REQUEST.dataType(), REQUEST.timeResolution(), false),
        schedule.forceRebuild(),
        false,
        new PollPolicy(
            schedule.firstDelay(),
            schedule.longestDelay(),
            schedule.deadline(),
            jitter.random()::nextDouble),
        "simulated");
  }

  SimulatedClock clock() {
    return clock;
  }

  SimulatedVidiCenter service() {
    return service;
  }

  SimulatedNetwork network() {
    return network;
  }

  OtherRuns others() {
    return others;
  }
}
