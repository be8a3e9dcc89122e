package dev.vidiexport.app.wiring;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.limits.StateFolder;
import dev.vidiexport.app.metrics.RunWatch;
import dev.vidiexport.app.progress.ListingMessages;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.DimensionStore;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.sync.SyncHistory;
import dev.vidiexport.domain.sync.SyncListener;
import dev.vidiexport.domain.sync.SyncPorts;
import dev.vidiexport.domain.sync.SyncSettings;
import dev.vidiexport.http.HttpModule;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The session of one command, and whatever the command does over it. It is opened once, may serve
 * several runs at the same time, each on a thread of its own, and is closed after the last one.
 * Thread-safe.
 */
public final class CommandSession implements AutoCloseable {
  private static final Duration FIRST_LISTING_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_LISTING_DELAY = Duration.ofSeconds(30);

  private final VidiCenterSession session;
  private final CallListener calls;
  private final UserMessages messages;
  private final RunWatch watch;
  private final ExecutorService callers;

  /**
   * Runs over a session, which is closed with this. From now on nothing is said that holds its
   * secrets.
   *
   * @param calls is told of the calls of all runs
   */
  CommandSession(VidiCenterSession session, CallListener calls, UserMessages messages) {
    this(session, calls, messages, RunWatch.none());
  }

  private CommandSession(
      VidiCenterSession session, CallListener calls, UserMessages messages, RunWatch watch) {
    this.watch = watch;
    this.session = session;
    this.calls = calls;
    this.messages = messages;
    this.callers =
        Executors.newFixedThreadPool(session.limits().connections(), Wiring.callThreads());
    messages.hide(session::withoutSecrets);
  }

  /**
   * Opens a session that keeps the limits together with all other runs of the user on this machine;
   * where that cannot be done, the user has been told, unless quiet.
   */
  public static CommandSession open(
      SessionSettings settings, Console console, UserMessages messages) {
    return open(settings, console, messages, RunWatch.none());
  }

  /**
   * The same.
   *
   * @param watch counts what all runs ask for
   */
  public static CommandSession open(
      SessionSettings settings, Console console, UserMessages messages, RunWatch watch) {
    return open(
        settings,
        StateFolder.shared(settings.limits(), settings.http().owner(), console, messages),
        messages,
        watch);
  }

  /** Opens a session at a service that no other process asks. */
  public static CommandSession openUnshared(SessionSettings settings, UserMessages messages) {
    return open(settings, StateFolder.unshared(settings.limits()), messages, RunWatch.none());
  }

  private static CommandSession open(
      SessionSettings settings, Quota quota, UserMessages messages, RunWatch watch) {
    return new CommandSession(
        Wiring.session(new HttpModule(settings.http(), quota)),
        watch.calls(new CallMessages(messages)),
        messages,
        watch);
  }

  /** The account behind the credentials. */
  public Account account() {
    return session.account(Wiring.pacer(), calls);
  }

  /** The way to the service, watched. */
  public ConnectionTrial connectionTrial() {
    return session.connectionTrial(Wiring.pacer(), calls);
  }

  /**
   * A listing that is ready to begin, and whose time passes from now on.
   *
   * @param deadline how long all of it may take
   */
  public ListLocations listing(Duration deadline) {
    Pacer pacer = Wiring.pacer();
    return new ListLocations(
        session.directory(pacer, calls),
        pacer,
        session.limits(),
        new PollPolicy(FIRST_LISTING_DELAY, LONGEST_LISTING_DELAY, deadline, Wiring.jitter()),
        watch.listing(new ListingMessages(messages, session.limits())));
  }

  /**
   * A run that is ready to begin.
   *
   * @param destination where its output goes; checked, and closed by its owner
   * @param pacer its time, by which alone it is cancelled, and no other run
   */
  public ExportData export(
      RunSettings runSettings, Destination destination, ExportListener listener, Pacer pacer) {
    return new ExportData(
        session.vidiCenter(pacer, calls),
        destination,
        pacer,
        watch.export(listener),
        Wiring.sinkThreads(),
        runSettings);
  }

  /**
   * A sync that is ready to begin.
   *
   * @param ledger of the history; closed by its owner, as the store is
   * @param listed reads its rows back
   * @param dimensions has what things are called
   * @param clock the time by which windows are over
   * @param begun when the run began, by that clock
   */
  public SyncHistory sync(
      Ledger ledger,
      SliceStore store,
      ListedSlices listed,
      DimensionStore dimensions,
      HistoryClock clock,
      Instant begun,
      SyncSettings settings,
      SyncListener listener) {
    return new SyncHistory(
        new SyncPorts(
            session,
            calls,
            ledger,
            store,
            listed,
            dimensions,
            clock,
            Wiring::pacer,
            Wiring.sinkThreads(),
            callers::execute),
        settings,
        begun,
        listener,
        DataCatalogue.documented());
  }

  @Override
  public void close() {
    callers.shutdown();
    session.close();
  }
}
