package dev.vidiexport.domain.scheduling;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides which of several exports makes which call when, so that VidiCenter always has as many to
 * build as it takes, and what is built does not wait for long. It knows no clock and asks nobody:
 * it is told what happens and when, and says what to do next. For one thread at a time.
 *
 * <ul>
 *   <li>A place among the exports that are built is filled at once: nothing else makes up for it.
 *   <li>What is built is fetched in turn, over all connections but one, so that the others can be
 *       asked how they stand; over all of them when much is waiting to be fetched.
 *   <li>All other calls ask how an export stands: the one that is likely to have been ready for
 *       longest. Room for the next begin and the next fetch is left. Such a call brings the rows
 *       along, when no others are coming.
 * </ul>
 *
 * @param <K> what tells exports apart
 */
public final class CallSchedule<K> {
  private final ServiceLimits limits;

  /** With more that is built and not fetched, the rows are what takes longest. */
  private final int usualBacklog;

  private final PollPace pace;
  private final DownloadTimes downloadTimes;
  private final RoomShortage shortage = new RoomShortage();
  private final Map<K, BegunExport<K>> exports = new LinkedHashMap<>();
  private boolean isStatusServed = true;

  /**
   * A schedule with nothing begun.
   *
   * @param limits what VidiCenter takes at a time
   * @param leastPause no export is asked how it stands twice within it; positive
   * @param longestPause no export waits for longer than that for lack of interest; not below {@code
   *     leastPause}
   */
  public CallSchedule(ServiceLimits limits, Duration leastPause, Duration longestPause) {
    this.limits = requireNonNull(limits, "limits must not be null");
    this.usualBacklog = limits.exports();
    this.pace = new PollPace(limits, leastPause, longestPause);
    this.downloadTimes = new DownloadTimes(pace.gap().multipliedBy(2));
  }

  /**
   * What to do next. That it is done is told by {@link #begun} or {@link #called}, that there was
   * no room for it by {@link #lacksRoom}; and then this is asked again.
   *
   * @param isMore whether there is another export to begin
   * @param now the moment; not before that of any earlier method call
   */
  public Turn<K> next(boolean isMore, Duration now) {
    if (count(BegunExport::isCalling) >= limits.connections()) {
      return new Turn.Wait<>(Optional.empty());
    }
    if (shortage.nextCall().compareTo(now) > 0) {
      return new Turn.Wait<>(Optional.of(shortage.nextCall()));
    }
    if (isMore && mayBegin(now) && shortage.nextBuild().compareTo(now) <= 0) {
      return new Turn.Begin<>();
    }
    Optional<BegunExport<K>> built = fetchable().filter(export -> export.isDue(now)).findFirst();
    if (built.isPresent()) {
      return new Turn.Call<>(built.get().key(), CallKind.FETCH, 0);
    }
    Optional<BegunExport<K>> poll =
        pollable(now)
            .filter(export -> nextPoll(export).compareTo(now) <= 0)
            .max(Comparator.comparingDouble(export -> pace.urgency(export, now)));
    if (poll.isPresent()) {
      CallKind kind = pollKind();
      return new Turn.Call<>(poll.get().key(), kind, spareCalls(kind, isMore));
    }
    return new Turn.Wait<>(nextMoment(isMore, now));
  }

  private long count(Predicate<BegunExport<K>> which) {
    return exports.values().stream().filter(which).count();
  }

  private boolean isPlaceFree() {
    return count(BegunExport::isPlaceTaken) < limits.exports();
  }

  /**
   * What is built waits at VidiCenter; that it is only so many bounds what is kept of them here.
   * What has to be built anew comes first, unless it is not asked for yet.
   */
  private boolean mayBegin(Duration now) {
    return isPlaceFree()
        && toFetch() <= 2L * usualBacklog
        && waiting()
            .filter(BegunExport::isToBuildAnew)
            .noneMatch(export -> ownNextPoll(export).compareTo(now) <= 0);
  }

  private long toFetch() {
    return count(BegunExport::isBuilt);
  }

  private Stream<BegunExport<K>> waiting() {
    return exports.values().stream().filter(export -> !export.isCalling());
  }

  private Stream<BegunExport<K>> fetchable() {
    return count(BegunExport::mayDownload) < mostDownloads()
        ? waiting().filter(BegunExport::isBuilt)
        : Stream.empty();
  }

  private int mostDownloads() {
    return limits.connections() == 1 || toFetch() > usualBacklog
        ? limits.connections()
        : limits.connections() - 1;
  }

  /** What is not built; where VidiCenter would have to begin anew, only if there is a place. */
  private Stream<BegunExport<K>> pollable(Duration now) {
    boolean isPlaceFree = isPlaceFree();
    return isSoonFetched(now)
        ? Stream.empty()
        : waiting()
            .filter(export -> !export.isBuilt())
            .filter(export -> export.isPlaceTaken() || isPlaceFree);
  }

  /** Rows that come quickly are waited for: after them, a call that asks can bring rows as well. */
  private boolean isSoonFetched(Duration now) {
    return downloadTimes.mean().compareTo(pace.gap()) < 0
        && exports.values().stream().anyMatch(export -> isComing(export, now));
  }

  private boolean isComing(BegunExport<K> export, Duration now) {
    return export.isBuilt() && now.compareTo(overdue(export)) < 0;
  }

  /** When rows that are to come quickly have not. */
  private Duration overdue(BegunExport<K> export) {
    return export.builtAt().plus(pace.gap());
  }

  private Duration nextPoll(BegunExport<K> export) {
    Duration room = later(shortage.nextPoll(), pace.nextPoll());
    Duration place = export.isPlaceTaken() ? Duration.ZERO : shortage.nextBuild();
    return later(later(room, ownNextPoll(export)), place);
  }

  /** When it may be asked how it stands, as far as only itself is concerned. */
  private Duration ownNextPoll(BegunExport<K> export) {
    return later(export.notBefore(), pace.nextPoll(export));
  }

  private CallKind pollKind() {
    boolean isForRows = limits.connections() == 1 || toFetch() == 0 || !isStatusServed;
    return isForRows ? CallKind.POLL : CallKind.STATUS;
  }

  private static int spareCalls(CallKind kind, boolean isMore) {
    int forBegin = isMore ? 1 : 0;
    return kind == CallKind.STATUS ? forBegin + 1 : forBegin;
  }

  /** When something becomes possible by time alone. */
  private Optional<Duration> nextMoment(boolean isMore, Duration now) {
    Stream<Duration> begin =
        isMore && mayBegin(now) ? Stream.of(shortage.nextBuild()) : Stream.empty();
    Stream<Duration> fetches = fetchable().map(BegunExport::notBefore);
    Stream<Duration> polls = pollable(now).map(this::nextPoll);
    Stream<Duration> overdue =
        isSoonFetched(now)
            ? exports.values().stream()
                .filter(export -> isComing(export, now))
                .map(this::overdue)
                .max(Comparator.naturalOrder())
                .stream()
            : Stream.empty();
    return Stream.of(begin, fetches, polls, overdue)
        .flatMap(moments -> moments)
        .min(Comparator.naturalOrder());
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Another export is asked for, for the first time: its call, a {@code POLL}, is under way. */
  public void begun(K key, Duration now) {
    if (exports.putIfAbsent(key, new BegunExport<>(key, now)) != null) {
      throw new IllegalArgumentException("%s has been begun before".formatted(key));
    }
  }

  /** A call for an export is under way. */
  public void called(K key, CallKind kind, Duration now) {
    export(key).call(kind, now);
    if (kind != CallKind.FETCH) {
      pace.polled(now);
    }
  }

  /** There was no room for what was to be done. */
  public void lacksRoom(Turn<K> turn, LimitReached reached, Duration now) {
    boolean isPoll = turn instanceof Turn.Call<K> call && call.kind() != CallKind.FETCH;
    shortage.add(reached, isPoll, now);
  }

  /** The first sign that an export is built; its call goes on. */
  public void ready(K key, Duration now) {
    BegunExport<K> export = export(key);
    if (!export.isBuilt()) {
      pace.built(export);
    }
    export.built(now);
  }

  /** The call for an export has ended: it is built, and its rows are to be fetched. */
  public void built(K key, Duration now) {
    ready(key, now);
    export(key).callEnded(now);
  }

  /** The call for an export has ended: VidiCenter is building it. */
  public void building(K key, Duration now) {
    BegunExport<K> export = export(key);
    export.building();
    export.callEnded(now);
  }

  /**
   * The call for an export has ended, and brought nothing.
   *
   * @param pause how long to wait before it is asked again; not negative
   */
  public void troubled(K key, Duration pause, Duration now) {
    export(key).callEnded(now.plus(pause));
  }

  /** VidiCenter takes no calls for the state alone. */
  public void statusRefused() {
    isStatusServed = false;
  }

  /** Nothing more is asked of an export: its rows have come, or never will. */
  public void ended(K key, Duration now) {
    BegunExport<K> export = export(key);
    if (export.isBuilt()) {
      downloadTimes.add(now.minus(export.builtAt()));
    }
    exports.remove(key);
  }

  /** Whether a call for an export is under way. */
  public boolean isCalling(K key) {
    return export(key).isCalling();
  }

  /** How many exports have been begun and have not ended. */
  public int size() {
    return exports.size();
  }

  /** How many of these are built, and not fetched. */
  public int fetching() {
    return (int) toFetch();
  }

  private BegunExport<K> export(K key) {
    return requireNonNull(exports.get(key), () -> key + " must have been begun and not ended");
  }
}
