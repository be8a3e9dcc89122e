package dev.vidiexport.http.sandbox;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import dev.vidiexport.http.sandbox.data.DataOverTime;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a sandbox. Immutable. {@link #usual} gives the defaults: any free port, seed 1,
 * 12 locations, 2 seconds to build an export, the documented limits, no misbehaviour, exports of
 * any size, and data that are the same whenever one asks.
 *
 * @param port the port on 127.0.0.1, 0 to 65535; 0 takes a free one
 * @param seed what the data is made up from: the same seed gives the same data, always
 * @param locations how many cameras there are, 1 to 100,000; their ids follow one another from 1056
 * @param buildTime from the start of an export until its rows are ready; not negative
 * @param limits whether the limits of the service hold: calls a minute, exports building at once,
 *     rows of an export
 * @param misbehaviour what goes wrong on purpose
 * @param sizeBounds how large an export may be, besides the limits
 * @param history the present, and what happens to the cameras; without it the data end with January
 *     2026, whenever one asks
 */
public record SandboxSettings(
    int port,
    long seed,
    int locations,
    Duration buildTime,
    boolean limits,
    Misbehaviour misbehaviour,
    SizeBounds sizeBounds,
    Optional<SandboxHistory> history) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_LOCATIONS = 100_000;

  public SandboxSettings {
    requireRange("port", port, 0, HIGHEST_PORT);
    requireRange("locations", locations, 1, MOST_LOCATIONS);
    requireNonNull(buildTime, "buildTime must not be null");
    requireNonNull(misbehaviour, "misbehaviour must not be null");
    requireNonNull(sizeBounds, "sizeBounds must not be null");
    requireNonNull(history, "history must not be null");
    if (buildTime.isNegative()) {
      throw new IllegalArgumentException("buildTime must not be negative, but was " + buildTime);
    }
    history.ifPresent(known -> requireLocations(known, locations));
  }

  /** The data that are made up by these settings. */
  DataOverTime data() {
    return history
        .map(
            known ->
                DataOverTime.growing(
                    seed, locations, limits, misbehaviour.flawsOfRows(), known.plan()))
        .orElseGet(
            () -> DataOverTime.standing(seed, locations, limits, misbehaviour.flawsOfRows()));
  }

  private static void requireRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, but was %s".formatted(name, least, most, value));
    }
  }

  private static void requireLocations(SandboxHistory history, int locations) {
    long last = SandboxTopology.FIRST_LOCATION + locations - 1;
    history
        .locations()
        .filter(location -> location < SandboxTopology.FIRST_LOCATION || location > last)
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new IllegalArgumentException(
                  "location must be %s to %s, but was %s"
                      .formatted(SandboxTopology.FIRST_LOCATION, last, unknown));
            });
  }

  /** A sandbox with every default. */
  public static SandboxSettings usual() {
    return new SandboxSettings(
        0,
        1,
        12,
        Duration.ofSeconds(2),
        true,
        Misbehaviour.NONE,
        SizeBounds.NONE,
        Optional.empty());
  }

  /** The same on another port; 0 takes a free one. */
  public SandboxSettings withPort(int value) {
    return new SandboxSettings(
        value, seed, locations, buildTime, limits, misbehaviour, sizeBounds, history);
  }

  /** The same with other data. */
  public SandboxSettings withSeed(long value) {
    return new SandboxSettings(
        port, value, locations, buildTime, limits, misbehaviour, sizeBounds, history);
  }

  /** The same with more or fewer cameras. */
  public SandboxSettings withLocations(int value) {
    return new SandboxSettings(
        port, seed, value, buildTime, limits, misbehaviour, sizeBounds, history);
  }

  /** The same with exports that take longer or shorter. */
  public SandboxSettings withBuildTime(Duration value) {
    return new SandboxSettings(
        port, seed, locations, value, limits, misbehaviour, sizeBounds, history);
  }

  /** The same with or without the limits of the service. */
  public SandboxSettings withLimits(boolean value) {
    return new SandboxSettings(
        port, seed, locations, buildTime, value, misbehaviour, sizeBounds, history);
  }

  /** The same with something going wrong. */
  public SandboxSettings withMisbehaviour(Misbehaviour value) {
    return new SandboxSettings(
        port, seed, locations, buildTime, limits, value, sizeBounds, history);
  }

  /** The same with exports of other sizes. */
  public SandboxSettings withSizeBounds(SizeBounds value) {
    return new SandboxSettings(
        port, seed, locations, buildTime, limits, misbehaviour, value, history);
  }

  /**
   * The same with a present.
   *
   * @throws IllegalArgumentException when something happens in it to a location that there is not;
   *     settle first how many there are
   */
  public SandboxSettings withHistory(SandboxHistory value) {
    return new SandboxSettings(
        port, seed, locations, buildTime, limits, misbehaviour, sizeBounds, Optional.of(value));
  }
}
