package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.Turns;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ConnectionTrial;
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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The session of one sync at the simulated service. */
final class HistorySession implements VidiCenterSession {
  private final SimulatedHistory history;
  private final SyncTurns turns;
  private final Consumer<SliceKey> asked;
  private final List<String> findings;
  private final TakenPlaces places;
  private Runnable cancel = () -> {};
  private boolean isCancelled;
  private int unsent;

  /**
   * A session of a sync.
   *
   * @param asked is told of every slice that is asked for, at each call
   * @param findings takes what is not as it must be
   */
  HistorySession(
      SimulatedHistory history, SyncTurns turns, Consumer<SliceKey> asked, List<String> findings) {
    this.history = history;
    this.turns = turns;
    this.asked = asked;
    this.findings = findings;
    this.places = new TakenPlaces(limits(), history.machine, findings);
  }

  /** How the sync is told to end, when its time has come. */
  void onCancel(Runnable action) {
    cancel = action;
  }

  /** Tells the sync to end. */
  void cancel(HistoryFault fault) {
    history.machine.reach(fault);
    isCancelled = true;
    cancel.run();
  }

  /** Whether the sync was told to end. */
  boolean isCancelled() {
    return isCancelled;
  }

  /** How many calls for slices were ended before anybody could say whether they were sent. */
  int unsent() {
    return unsent;
  }

  SyncTurns turns() {
    return turns;
  }

  TakenPlaces places() {
    return places;
  }

  CallUnderWay call(BooleanSupplier isEnded) {
    return new CallUnderWay(turns, history.time, history.machine, isEnded, this::requireNotTold);
  }

  /** Whoever tells a sync to end ends every call of it at once. */
  private void requireNotTold() {
    if (isCancelled) {
      findings.add("a call goes on although the sync was told to end");
    }
  }

  /**
   * A call is about to be sent; the sync may be told to end just now.
   *
   * @param isEnded whether somebody has ended the call
   */
  void live(BooleanSupplier isEnded) {
    HistoryService service = history.service;
    history.machine.requireAlive();
    if (service.trouble().cancelledAt() > 0
        && service.calls() + 1 == service.trouble().cancelledAt()) {
      cancel(HistoryFault.CANCELLED);
    }
    if (isEnded.getAsBoolean()) {
      throw ExportException.cancelled();
    }
    requireNotTold();
  }

  Answer ask(ExportRequest request, CallKind kind, RowReceiver rows, CallUnderWay call)
      throws TroubleException {
    SliceKey key = history.project.slice(request);
    asked.accept(key);
    return history.service.ask(key, request, kind, rows, call);
  }

  /** A call for a slice has ended. */
  void ended(CallUnderWay call, boolean wasEnded) {
    if (wasEnded && !call.isSent()) {
      unsent++;
    }
  }

  @Override
  public ServiceLimits limits() {
    return ServiceLimits.documented();
  }

  @Override
  public VidiCenter vidiCenter(Pacer pacer, CallListener listener) {
    return new HistoryVidiCenter(this);
  }

  @Override
  public ConnectionTrial connectionTrial(Pacer pacer, CallListener listener) {
    throw new AssertionError("A sync tries nothing out");
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
    private int caller = Turns.NOBODY;
    private boolean isEnded;

    ListedTopology(CallListener listener) {
      this.listener = listener;
    }

    private void call() throws TroubleException {
      caller = turns.running();
      live(() -> isEnded);
      CallUnderWay call = HistorySession.this.call(() -> isEnded);
      try {
        history.service.topology(call);
      } finally {
        caller = Turns.NOBODY;
        if (call.isSent()) {
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
      return history.topology.locations();
    }

    @Override
    public List<Tag> locationTags(Duration timeLeft) throws TroubleException {
      call();
      return history.topology.locationTags();
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
      isEnded = true;
      turns.wake(caller);
    }
  }
}
