package dev.vidiexport.http.sandbox;

import dev.vidiexport.http.sandbox.data.Question;
import dev.vidiexport.http.sandbox.data.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exports that were asked for in the last 24 hours, and how they stand. Thread-safe.
 *
 * <p>They are as old as the present says, which may stand still or leap; they are built in the time
 * of the clock.
 */
final class ExportCache {
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int MOST_BUILDING = 3;
  private static final int MOST_EXPORTS = 1_000;
  private static final String FAIL_REASON = "Not enough memory to aggregate the data";

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final Map<Question, Export> exports = new LinkedHashMap<>();

  /** What is known of one export; it may be built more than once. */
  private static final class Export {
    private @Nullable Instant created;
    private Instant begun = Instant.MIN;
    private Optional<String> tooLarge = Optional.empty();
    private int resets;
    private int cuts;
    private int expirations;
  }

  ExportCache(SandboxSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Tells how an export stands, and starts it where it is not known, or is to be rebuilt.
   *
   * @throws Refusal when it would have to start, and is too large, or as many as the service allows
   *     are building
   */
  synchronized Standing ask(ExportCall call) {
    Export export = exports.get(call.question());
    Instant created = export == null ? null : export.created;
    if (export == null || created == null || isOver(created, LIFE, call.now()) || call.rebuild()) {
      return started(call);
    }
    Misbehaviour misbehaviour = settings.misbehaviour();
    if (misbehaviour.expiresCache() && export.expirations < misbehaviour.times()) {
      export.expirations++;
      export.created = null;
      return standing(Standing.State.IN_PROGRESS, created, export, false);
    }
    if (!isOver(export.begun, settings.buildTime(), clock.instant())) {
      return standing(Standing.State.IN_PROGRESS, created, export, false);
    }
    return misbehaviour.fails() || export.tooLarge.isPresent()
        ? standing(Standing.State.FAILED, created, export, false)
        : standing(Standing.State.FINISHED, created, export, call.wantsRows());
  }

  /** When the building of an export began that a call now would be given; empty for a new one. */
  synchronized Optional<Instant> created(Question question, Instant now) {
    return Optional.ofNullable(exports.get(question))
        .flatMap(export -> Optional.ofNullable(export.created))
        .filter(created -> !isOver(created, LIFE, now));
  }

  private Standing started(ExportCall call) {
    Question question = call.question();
    Instant begun = clock.instant();
    settings.sizeBounds().check(question, call.data());
    refuseBeyondLimit(question, begun);
    Optional<String> tooLarge = settings.sizeBounds().failReason(question, call.data());
    makeRoom();
    Export export = exports.computeIfAbsent(question, absent -> new Export());
    export.created = call.now();
    export.begun = begun;
    export.tooLarge = tooLarge;
    return standing(Standing.State.STARTED, call.now(), export, false);
  }

  private Standing standing(
      Standing.State state, Instant created, Export export, boolean servesRows) {
    Misbehaviour misbehaviour = settings.misbehaviour();
    boolean resets = misbehaviour.resets() && export.resets < misbehaviour.times();
    boolean cuts =
        servesRows
            && !resets
            && misbehaviour.cutAtRow().isPresent()
            && export.cuts < misbehaviour.times();
    export.resets += resets ? 1 : 0;
    export.cuts += cuts ? 1 : 0;
    return new Standing(
        state,
        created,
        state == Standing.State.FAILED
            ? Optional.of(export.tooLarge.orElse(FAIL_REASON))
            : Optional.empty(),
        resets,
        cuts);
  }

  private void refuseBeyondLimit(Question question, Instant now) {
    if (!settings.limits()) {
      return;
    }
    int building = 0;
    Instant firstReady = Instant.MAX;
    for (Map.Entry<Question, Export> entry : exports.entrySet()) {
      Export export = entry.getValue();
      if (export.created != null
          && !isOver(export.begun, settings.buildTime(), now)
          && !entry.getKey().equals(question)) {
        building++;
        Instant ready = export.begun.plus(settings.buildTime());
        firstReady = ready.isBefore(firstReady) ? ready : firstReady;
      }
    }
    if (building >= MOST_BUILDING) {
      throw Refusal.tooMany(
          "Too many exports are being built: at most %s at once".formatted(MOST_BUILDING),
          Duration.between(now, firstReady));
    }
  }

  /** The oldest is forgotten first. */
  private void makeRoom() {
    Iterator<Export> oldest = exports.values().iterator();
    while (exports.size() >= MOST_EXPORTS) {
      oldest.next();
      oldest.remove();
    }
  }

  private static boolean isOver(Instant begin, Duration length, Instant now) {
    return !begin.plus(length).isAfter(now);
  }
}
