package dev.vidiexport.app.staging;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.spi.TargetKind;

/**
 * What the user said about the output of a run. Immutable.
 *
 * @param output the text of {@code --output}: a file, {@code -} for standard output, or what a sink
 *     of its own kind takes
 * @param sink the format to write
 * @param overwrite whether an existing file may be replaced
 * @param standardOutput standard output, for {@code -}
 */
public record OutputSettings(
    String output, ChosenSink sink, boolean overwrite, StandardOutput standardOutput) {
  private static final String STANDARD_OUTPUT = "-";

  public OutputSettings {
    requireNonNull(output, "output must not be null");
    requireNonNull(sink, "sink must not be null");
    requireNonNull(standardOutput, "standardOutput must not be null");
    TargetKind kind = sink.provider().targetKind();
    if (output.equals(STANDARD_OUTPUT) && kind != TargetKind.BYTES) {
      throw new IllegalArgumentException(
          "a sink on standard output must be of kind BYTES, but was " + kind);
    }
    if (overwrite && kind == TargetKind.EXTERNAL) {
      throw new IllegalArgumentException("overwrite must not be set for a sink of kind EXTERNAL");
    }
  }

  boolean isStandardOutput() {
    return output.equals(STANDARD_OUTPUT);
  }
}
