package dev.vidiexport.domain.scheduling;

import dev.vidiexport.domain.polling.CallKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An export that has been begun and has not ended, as far as its calls are concerned. */
final class BegunExport<K> {
  private final K key;

  /** When it was first asked for, or was found to be built anew. */
  private Duration begun;

  /** When it was asked for the last time that it was not built. */
  private Duration unready;

  private Duration lastAsked;
  private Duration notBefore;
  private Duration builtAt = Duration.ZERO;
  private @Nullable CallKind underWay = CallKind.POLL;
  private boolean isPlaceTaken = true;
  private boolean isBuilt;

  /** Begins with its first call. */
  BegunExport(K key, Duration now) {
    this.key = key;
    this.begun = now;
    this.unready = now;
    this.lastAsked = now;
    this.notBefore = now;
  }

  K key() {
    return key;
  }

  boolean isCalling() {
    return underWay != null;
  }

  /** Whether it counts among the exports that VidiCenter builds. */
  boolean isPlaceTaken() {
    return isPlaceTaken;
  }

  /** Whether VidiCenter has said that it is built. */
  boolean isBuilt() {
    return isBuilt;
  }

  /** Whether VidiCenter had built it, and has to do so again. */
  boolean isToBuildAnew() {
    return !isBuilt && !isPlaceTaken;
  }

  /** Whether rows come, or may come at any moment, over the connection of its call. */
  boolean mayDownload() {
    return underWay != null && (isBuilt || underWay != CallKind.STATUS);
  }

  /** A call for it begins. */
  void call(CallKind kind, Duration now) {
    underWay = kind;
    lastAsked = now;
    isPlaceTaken |= kind.mayBuild();
  }

  /** It is built, as the call under way tells. */
  void built(Duration now) {
    isBuilt = true;
    isPlaceTaken = false;
    builtAt = now;
  }

  /** VidiCenter builds it, also if it was built before. */
  void building() {
    if (isBuilt) {
      isBuilt = false;
      begun = lastAsked;
    }
    unready = lastAsked;
  }

  /** Its call has ended, and it is not asked again before a moment. */
  void callEnded(Duration moment) {
    underWay = null;
    notBefore = moment;
  }

  boolean isDue(Duration now) {
    return notBefore.compareTo(now) <= 0;
  }

  Duration notBefore() {
    return notBefore;
  }

  Duration lastAsked() {
    return lastAsked;
  }

  Duration age(Duration now) {
    return now.minus(begun);
  }

  /** How old it was when it was last asked for. */
  Duration ageWhenAsked() {
    return lastAsked.minus(begun);
  }

  /** How old it was when it was known not to be built for the last time. */
  Duration ageWhenUnready() {
    return unready.minus(begun);
  }

  Duration builtAt() {
    return builtAt;
  }
}
