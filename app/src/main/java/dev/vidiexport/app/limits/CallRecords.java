package dev.vidiexport.app.limits;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the runs of a user tell each other of their calls: which are under way, when the others
 * ended, and until when the service has told somebody to slow down. Not thread-safe.
 *
 * <p>Moments are durations since a start that all runs share. Those that were written relative to
 * another start, as their {@link ClockReading} tells, are converted to this one. A moment that
 * still lies in the future counts as now, so that nothing here ever makes anybody wait longer than
 * one rate window.
 */
final class CallRecords {
  /** Names the layout too: whoever changes it changes the last letter. */
  private static final long MAGIC = 0x7669_6469_4c69_6d42L;

  private static final long NONE = Long.MIN_VALUE;

  private final int mostCalls;
  private final boolean[] underWay;
  private final List<Duration> ends = new ArrayList<>();
  private Duration pausedAt = Duration.ZERO;
  private Duration pause = Duration.ZERO;

  /**
   * No calls yet.
   *
   * @param mostCalls more are never under way or remembered
   * @param connections how many calls can be under way
   */
  CallRecords(int mostCalls, int connections) {
    this.mostCalls = mostCalls;
    this.underWay = new boolean[connections];
  }

  /** The bytes that records of this size take. */
  int size() {
    return ClockReading.BYTES + Long.BYTES * (3 + underWay.length + mostCalls);
  }

  /** Reads what {@link #write} wrote; what it did not write is as good as nothing. */
  void read(ByteBuffer bytes, ClockReading now) {
    if (bytes.remaining() < size() || bytes.getLong() != MAGIC) {
      return;
    }
    Duration shift = ClockReading.read(bytes).shiftTo(now);
    pausedAt = Duration.ofNanos(bytes.getLong()).plus(shift);
    pause = Duration.ofNanos(Math.max(0, bytes.getLong()));
    for (int connection = 0; connection < underWay.length; connection++) {
      underWay[connection] = bytes.getLong() != 0;
    }
    for (int call = 0; call < mostCalls; call++) {
      long end = bytes.getLong();
      if (end != NONE) {
        ends.add(Duration.ofNanos(end).plus(shift));
      }
    }
  }

  /** All of it; {@link #forget} comes first, for no moment may be far from now. */
  ByteBuffer write(ClockReading now) {
    ByteBuffer bytes = ByteBuffer.allocate(size()).putLong(MAGIC);
    now.write(bytes);
    bytes.putLong(pausedAt.toNanos()).putLong(pause.toNanos());
    for (boolean call : underWay) {
      bytes.putLong(call ? 1 : 0);
    }
    for (int call = 0; call < mostCalls; call++) {
      bytes.putLong(call < ends.size() ? ends.get(call).toNanos() : NONE);
    }
    return bytes.flip();
  }

  /** Takes moments in the future for now, and forgets the calls that ended a rate window ago. */
  void forget(Duration now, Duration rateWindow) {
    ends.replaceAll(end -> end.compareTo(now) > 0 ? now : end);
    ends.removeIf(end -> now.minus(end).compareTo(rateWindow) >= 0);
    Collections.sort(ends);
    if (pausedAt.compareTo(now) > 0
        || pause.compareTo(rateWindow) > 0
        || now.minus(pausedAt).compareTo(rateWindow) >= 0) {
      pausedAt = Duration.ZERO;
      pause = Duration.ZERO;
    }
  }

  /** How many calls the service may still count. */
  int calls() {
    int calls = ends.size();
    for (boolean call : underWay) {
      calls += call ? 1 : 0;
    }
    return calls;
  }

  /**
   * When the call ended that has to be forgotten before there is room for another one.
   *
   * @param most how many calls may be remembered or under way; not more than there are
   * @return empty when a call under way has to end first
   */
  Optional<Duration> endBeforeRoom(int most) {
    int forgotten = calls() - most;
    return forgotten < ends.size() ? Optional.of(ends.get(forgotten)) : Optional.empty();
  }

  boolean isUnderWay(int connection) {
    return underWay[connection];
  }

  void begin(int connection) {
    underWay[connection] = true;
  }

  /** The call over a connection was not made, and never will be. */
  void withdraw(int connection) {
    underWay[connection] = false;
  }

  /** The call over a connection has ended, or the run that made it is gone. */
  void end(int connection, Duration moment) {
    if (underWay[connection]) {
      underWay[connection] = false;
      if (ends.size() < mostCalls) {
        ends.add(moment);
        Collections.sort(ends);
      }
    }
  }

  /** The service has told somebody to slow down; the later of two such times counts. */
  void slowDown(Duration now, Duration length) {
    if (length.compareTo(pauseLeft(now)) > 0) {
      pausedAt = now;
      pause = length;
    }
  }

  /** When the service told somebody to slow down. */
  Duration pausedAt() {
    return pausedAt;
  }

  /** How much longer that counts; zero or less when it does not. */
  Duration pauseLeft(Duration now) {
    return pause.isZero() ? Duration.ZERO : pausedAt.plus(pause).minus(now);
  }
}
