package dev.vidiexport.http.sandbox;

import dev.vidiexport.http.sandbox.data.Question;
import dev.vidiexport.http.sandbox.data.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exports that were asked for in the last 24 hours, and how they stand. Thread-safe. */
final class ExportCache {
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int MOST_BUILDING = 3;
  private static final int MOST_EXPORTS = 1_000;

  private final SandboxSettings settings;
  private final InstantSource clock;
  private final Map<Question, Export> exports = new LinkedHashMap<>();

  /** What is known of one export; it may be built more than once. */
  private static final class Export {
    private @Nullable Instant created;
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
   * @param wantsRows whether the call would be given the rows, were they ready
   * @throws Refusal when it would have to start while as many as the service allows are building
   */
  synchronized Standing ask(Question question, boolean rebuild, boolean wantsRows) {
    Instant now = clock.instant();
    Export export = exports.get(question);
    Instant created = export == null ? null : export.created;
    if (export == null || created == null || isOver(created, LIFE, now) || rebuild) {
      return started(question, now);
    }
    Misbehaviour misbehaviour = settings.misbehaviour();
    if (misbehaviour.expiresCache() && export.expirations < misbehaviour.times()) {
      export.expirations++;
      export.created = null;
      return standing(Standing.State.IN_PROGRESS, created, export, false);
    }
    if (!isOver(created, settings.buildTime(), now)) {
      return standing(Standing.State.IN_PROGRESS, created, export, false);
    }
    return misbehaviour.fails()
        ? standing(Standing.State.FAILED, created, export, false)
        : standing(Standing.State.FINISHED, created, export, wantsRows);
  }

  private Standing started(Question question, Instant now) {
    refuseBeyondLimit(question, now);
    makeRoom();
    Export export = exports.computeIfAbsent(question, absent -> new Export());
    export.created = now;
    return standing(Standing.State.STARTED, now, export, false);
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
    return new Standing(state, created, resets, cuts);
  }

  private void refuseBeyondLimit(Question question, Instant now) {
    if (!settings.limits()) {
      return;
    }
    int building = 0;
    Instant firstReady = Instant.MAX;
    for (Map.Entry<Question, Export> entry : exports.entrySet()) {
      Instant created = entry.getValue().created;
      if (created != null
          && !isOver(created, settings.buildTime(), now)
          && !entry.getKey().equals(question)) {
        building++;
        Instant ready = created.plus(settings.buildTime());
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
