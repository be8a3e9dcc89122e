package dev.vidiexport.http.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The settings of a sandbox. Immutable. {@link #usual} gives the defaults: any free port, seed 1,
 * 12 locations, 2 seconds to build an export, the documented limits, no misbehaviour.
 *
 * @param port the port on 127.0.0.1, 0 to 65535; 0 takes a free one
 * @param seed what the data is made up from: the same seed gives the same data, always
 * @param locations how many cameras there are, 1 to 100,000; their ids follow one another from 1056
 * @param buildTime from the start of an export until its rows are ready; not negative
 * @param limits whether the limits of the service hold: calls a minute, exports building at once,
 *     rows of an export
 * @param misbehaviour what goes wrong on purpose
 */
public record SandboxSettings(
    int port,
    long seed,
    int locations,
    Duration buildTime,
    boolean limits,
    Misbehaviour misbehaviour) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_LOCATIONS = 100_000;

  public SandboxSettings {
    requireRange("port", port, 0, HIGHEST_PORT);
    requireRange("locations", locations, 1, MOST_LOCATIONS);
    requireNonNull(buildTime, "buildTime must not be null");
    requireNonNull(misbehaviour, "misbehaviour must not be null");
    if (buildTime.isNegative()) {
      throw new IllegalArgumentException("buildTime must not be negative, but was " + buildTime);
    }
  }

  private static void requireRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, but was %s".formatted(name, least, most, value));
    }
  }

  /** A sandbox with every default. */
  public static SandboxSettings usual() {
    return new SandboxSettings(0, 1, 12, Duration.ofSeconds(2), true, Misbehaviour.NONE);
  }

  /** The same on another port; 0 takes a free one. */
  public SandboxSettings withPort(int value) {
    return new SandboxSettings(value, seed, locations, buildTime, limits, misbehaviour);
  }

  /** The same with other data. */
  public SandboxSettings withSeed(long value) {
    return new SandboxSettings(port, value, locations, buildTime, limits, misbehaviour);
  }

  /** The same with more or fewer cameras. */
  public SandboxSettings withLocations(int value) {
    return new SandboxSettings(port, seed, value, buildTime, limits, misbehaviour);
  }

  /** The same with exports that take longer or shorter. */
  public SandboxSettings withBuildTime(Duration value) {
    return new SandboxSettings(port, seed, locations, value, limits, misbehaviour);
  }

  /** The same with or without the limits of the service. */
  public SandboxSettings withLimits(boolean value) {
    return new SandboxSettings(port, seed, locations, buildTime, value, misbehaviour);
  }

  /** The same with something going wrong. */
  public SandboxSettings withMisbehaviour(Misbehaviour value) {
    return new SandboxSettings(port, seed, locations, buildTime, limits, value);
  }
}
