package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.domain.enrichment.AdditionNeeds;
import dev.vidiexport.domain.enrichment.PlaceDirectory;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.export.EnrichedDestination;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;

/** Exports from a sandbox into one file after the other, on the way that every export goes. */
final class DemoExport {
  private final DemoRequest request;
  private final TerminationSignals signals;
  private final CommandSession session;

  DemoExport(DemoRequest request, TerminationSignals signals, CommandSession session) {
    this.request = request;
    this.signals = signals;
    this.session = session;
  }

  /**
   * Writes a file that has been reserved.
   *
   * @param deadline how long it may take
   * @throws ExportException when it does not end well
   */
  ExportReceipt write(DemoTarget target, Duration deadline, Pacer pacer, ExportListener listener) {
    ExportData export =
        session.export(
            request.runSettings(deadline),
            enriched(target.destination(), deadline),
            listener,
            pacer);
    TerminationSignals.Registration registration = signals.register(export::cancel);
    try {
      ExportOutcome outcome = export.run();
      outcome
          .failure()
          .ifPresent(
              failure -> {
                throw failure;
              });
      return outcome.receipt();
    } finally {
      registration.close();
    }
  }

  /** What the screens are called is learnt first, as in every export with names. */
  private Destination enriched(Destination destination, Duration deadline) {
    RequestedAdditions additions = request.additions();
    if (additions.isEmpty()) {
      return destination;
    }
    ListLocations listing = session.listing(deadline);
    TerminationSignals.Registration registration = signals.register(listing::cancel);
    try {
      Topology topology =
          listing.topology(AdditionNeeds.of(additions.additions(), additions.baseKeys()));
      return new EnrichedDestination(
          destination,
          additions.enrichment(
              PlaceDirectory.of(topology, TagAssignments.NONE, additions.zones())));
    } finally {
      registration.close();
    }
  }
}
