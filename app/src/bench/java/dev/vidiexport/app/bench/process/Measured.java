package dev.vidiexport.app.bench.process;

/**
 * What one run of a program took. Immutable.
 *
 * @param seconds from start to end of the whole process
 * @param peakBytes the most memory that it held at any time; 0 when that was not measured
 * @param exitCode 0 when all went well
 * @param message the last of what it said on standard error
 */
public record Measured(double seconds, long peakBytes, int exitCode, String message) {
  /** Whether the program did what it was asked for. */
  public boolean isGood() {
    return exitCode == 0;
  }

  /** The same run, found to have done something else. */
  public Measured failed(String reason) {
    return new Measured(seconds, peakBytes, -1, reason);
  }
}
