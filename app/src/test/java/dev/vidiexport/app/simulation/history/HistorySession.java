package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The session of one sync at the simulated service. */
final class HistorySession implements VidiCenterSession {
  private final HistoryService service;
  private final SimulatedTopology topology;
  private final HistoryProject project;
  private final SimulatedMachine machine;
  private final Consumer<SliceKey> asked;
  private Runnable cancel = () -> {};
  private boolean isCancelled;

  /**
   * A session of a sync.
   *
   * @param asked is told of every slice that is asked for, at each call
   */
  HistorySession(
      HistoryService service,
      SimulatedTopology topology,
      HistoryProject project,
      SimulatedMachine machine,
      Consumer<SliceKey> asked) {
    this.service = service;
    this.topology = topology;
    this.project = project;
    this.machine = machine;
    this.asked = asked;
  }

  /** How the sync is told to end, when its time has come. */
  void onCancel(Runnable action) {
    cancel = action;
  }

  /** Whether the sync was told to end. */
  boolean isCancelled() {
    return isCancelled;
  }

  private void live() {
    machine.requireAlive();
    if (service.trouble().cancelledAt() > 0
        && service.calls() + 1 == service.trouble().cancelledAt()) {
      machine.reach(HistoryFault.CANCELLED);
      isCancelled = true;
      cancel.run();
    }
    if (isCancelled) {
      throw ExportException.cancelled();
    }
  }

  @Override
  public ServiceLimits limits() {
    return ServiceLimits.documented();
  }

  @Override
  public VidiCenter vidiCenter(Pacer pacer, CallListener listener) {
    return new VidiCenter() {
      @Override
      public Answer ask(
          ExportRequest request,
          CallKind kind,
          boolean rebuild,
          Duration timeLeft,
          RowReceiver rows)
          throws TroubleException {
        live();
        SliceKey key = project.slice(request);
        asked.accept(key);
        return service.ask(key, request, rows);
      }

      @Override
      public Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
        return Optional.empty();
      }

      @Override
      public void cancel() {
        // Nothing goes on while somebody else could call this.
      }
    };
  }

  @Override
  public Account account(Pacer pacer, CallListener listener) {
    throw new AssertionError("A sync asks nobody who it is");
  }

  @Override
  public Directory directory(Pacer pacer, CallListener listener) {
    return new ListedTopology(listener);
  }

  @Override
  public String withoutSecrets(String text) {
    return text;
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  /** The topology, list by list. */
  private final class ListedTopology implements Directory {
    private final CallListener listener;

    ListedTopology(CallListener listener) {
      this.listener = listener;
    }

    private void call() throws TroubleException {
      live();
      int before = service.arrived();
      try {
        service.topology();
      } finally {
        if (service.arrived() > before) {
          listener.onCall("GET", "simulated", "simulated", Duration.ZERO);
        }
      }
    }

    @Override
    public List<Network> networks(Duration timeLeft) throws TroubleException {
      call();
      return List.of();
    }

    @Override
    public List<Site> sites(Duration timeLeft) throws TroubleException {
      call();
      return List.of();
    }

    @Override
    public List<Location> locations(Duration timeLeft) throws TroubleException {
      call();
      return topology.locations();
    }

    @Override
    public List<Tag> locationTags(Duration timeLeft) throws TroubleException {
      call();
      return topology.locationTags();
    }

    @Override
    public List<Tag> siteTags(Duration timeLeft) throws TroubleException {
      call();
      return List.of();
    }

    @Override
    public Optional<Set<Id>> locationsWith(String label, Duration timeLeft) {
      throw new AssertionError("A sync needs no tags of locations");
    }

    @Override
    public Optional<Set<Id>> sitesWith(String label, Duration timeLeft) {
      throw new AssertionError("A sync needs no tags of sites");
    }

    @Override
    public void cancel() {
      // Nothing goes on while somebody else could call this.
    }
  }
}
