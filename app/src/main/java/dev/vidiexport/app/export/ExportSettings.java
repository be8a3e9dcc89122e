package dev.vidiexport.app.export;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a valid command line asks for. Immutable.
 *
 * @param runSettings what the use case is told
 * @param baseUrl where VidiCenter is
 * @param session what is needed to ask there; empty for a dry run, which asks nobody
 * @param output the text of {@code --output}
 * @param choice the format
 * @param sinkOptions the values of its options
 * @param overwrite whether an existing file is replaced
 * @param staging where standard output is staged; empty for the folder for temporary files
 * @param receiptFile where the receipt goes; empty for nowhere
 * @param additions what is added to the rows
 * @param dictionaryFile where it is written what the columns mean; empty for nowhere
 */
public record ExportSettings(
    RunSettings runSettings,
    BaseUrl baseUrl,
    Optional<SessionSettings> session,
    String output,
    FormatChoice choice,
    SinkOptions sinkOptions,
    boolean overwrite,
    Optional<Path> staging,
    Optional<String> receiptFile,
    RequestedAdditions additions,
    Optional<DictionaryFile> dictionaryFile) {
  /**
   * Where the output goes, for those who write it.
   *
   * @param provider the format's own, or one around it
   */
  OutputSettings outputSettings(OutputStream standardOutput, SinkProvider provider) {
    return new ChosenOutput(output, choice, sinkOptions, overwrite, staging)
        .settings(standardOutput, provider);
  }

  /** Whether a file that is made beside the output is one and the same as the output. */
  boolean isOutput(Predicate<String> isNamedBy) {
    boolean isOfOthers = choice.kind() == TargetKind.EXTERNAL && !choice.sink().builtIn();
    return !isOfOthers && isNamedBy.test(choice.fileNamedBy(output));
  }

  /** Whether no call is to be made. */
  public boolean isDryRun() {
    return session.isEmpty();
  }
}
