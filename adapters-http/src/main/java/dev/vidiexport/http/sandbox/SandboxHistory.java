package dev.vidiexport.http.sandbox;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.http.sandbox.cameras.CameraEvent;
import dev.vidiexport.http.sandbox.cameras.CameraPlan;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A present, up to which a sandbox has data, and what happens to its cameras in the course of time.
 * Immutable, but for the present.
 *
 * <p>Where a sandbox has one, an export holds what was measured and sent by the time its building
 * began. That time is its creation date, and it is remembered for 24 hours of the present; how long
 * building takes and what is called in a minute still goes by the clock. Periods of which nothing
 * is known have no rows, and one that is known in part counts in part.
 */
public final class SandboxHistory {
  private final InstantSource now;
  private final boolean lateUploads;
  private final List<Optional<ZoneOffset>> timeZones;
  private final List<CameraEvent> events;

  private SandboxHistory(
      InstantSource now,
      boolean lateUploads,
      List<Optional<ZoneOffset>> timeZones,
      List<CameraEvent> events) {
    this.now = now;
    this.lateUploads = lateUploads;
    this.timeZones = List.copyOf(timeZones);
    this.events = List.copyOf(events);
  }

  /** Until a time that stands still: all cameras are there, and send every five minutes. */
  public static SandboxHistory until(Instant now) {
    return by(InstantSource.fixed(now));
  }

  /**
   * Until a time that can be moved, also back.
   *
   * @param now asked from several threads, at least once for each call
   */
  public static SandboxHistory by(InstantSource now) {
    return new SandboxHistory(
        requireNonNull(now, "now must not be null"), false, List.of(), List.of());
  }

  /**
   * The same, and half of the cameras send late, or not: by turns, every six hours, every three
   * days and every three weeks.
   */
  public SandboxHistory withLateUploads(boolean value) {
    return new SandboxHistory(now, value, timeZones, events);
  }

  /**
   * The same with other time zones.
   *
   * @param value what the locations have by turns, from the first; an empty one is not told, and
   *     the location then goes by UTC
   */
  public SandboxHistory withTimeZones(List<Optional<ZoneOffset>> value) {
    return new SandboxHistory(now, lateUploads, value, events);
  }

  /**
   * The same, and a camera is not seen before a time. The first time is also that of its creation,
   * before which it measured nothing.
   */
  public SandboxHistory withAppearance(long location, Instant at) {
    return with(new CameraEvent.Appears(location, at));
  }

  /** The same, and a camera is not seen from a time on: who names it is refused with 404. */
  public SandboxHistory withDeparture(long location, Instant at) {
    return with(new CameraEvent.Leaves(location, at));
  }

  /** The same, and a camera has another name from a time on. */
  public SandboxHistory withName(long location, Instant at, String name) {
    return with(
        new CameraEvent.Renamed(location, at, requireNonNull(name, "name must not be null")));
  }

  /**
   * The same, and a camera measures between two times, but sends that only at the second.
   *
   * @throws IllegalArgumentException when it does not begin before it ends
   */
  public SandboxHistory withSilence(long location, Instant from, Instant until) {
    requireBefore("a silence", from, until);
    return with(new CameraEvent.FallsSilent(location, from, until));
  }

  /**
   * The same, and at a time other figures come to stand for what a camera measured since an earlier
   * one.
   *
   * @throws IllegalArgumentException when it does not begin before it ends
   */
  public SandboxHistory withRecount(long location, Instant since, Instant at) {
    requireBefore("what is recounted", since, at);
    return with(new CameraEvent.Recounts(location, since, at));
  }

  /**
   * The same, and at a time every other hour is lost of what a camera measured since an earlier
   * one.
   *
   * @throws IllegalArgumentException when it does not begin before it ends
   */
  public SandboxHistory withLoss(long location, Instant since, Instant at) {
    requireBefore("what is lost", since, at);
    return with(new CameraEvent.Forgets(location, since, at));
  }

  private static void requireBefore(String what, Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "%s must begin before it ends, but was %s/%s".formatted(what, from, until));
    }
  }

  private SandboxHistory with(CameraEvent event) {
    requireNonNull(event.at(), "at must not be null");
    List<CameraEvent> more = new ArrayList<>(events);
    more.add(event);
    return new SandboxHistory(now, lateUploads, timeZones, more);
  }

  InstantSource now() {
    return now;
  }

  CameraPlan plan() {
    return new CameraPlan(lateUploads, timeZones, events);
  }

  /** The locations that something happens to. */
  LongStream locations() {
    return events.stream().mapToLong(CameraEvent::location);
  }
}
