package dev.vidiexport.app.export;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.staging.StandardOutput;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a valid command line says about the output. Immutable.
 *
 * @param output the text of {@code --output}
 * @param choice the format
 * @param sinkOptions the values of its options
 * @param overwrite whether an existing file is replaced
 * @param staging where standard output is staged; empty for the folder for temporary files
 */
public record ChosenOutput(
    String output,
    FormatChoice choice,
    SinkOptions sinkOptions,
    boolean overwrite,
    Optional<Path> staging) {
  /** Whether it is standard output. */
  public boolean isStandardOutput() {
    return output.equals(FormatChoice.STANDARD_OUTPUT);
  }

  /** The name of the file that it may be. */
  public String fileName() {
    return choice.fileNamedBy(output);
  }

  /**
   * Where the output goes, for those who write it.
   *
   * @param provider the format's own, or one around it
   */
  public OutputSettings settings(OutputStream standardOutput, SinkProvider provider) {
    Path stagingFolder = staging.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    return new OutputSettings(
        output,
        new ChosenSink(
            choice.sink().name(),
            provider,
            sinkOptions,
            choice.extension(),
            choice.sink().builtIn()),
        overwrite && !isStandardOutput(),
        new StandardOutput(stagingFolder, () -> standardOutput));
  }
}
