package dev.vidiexport.app.export;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.enrichment.EnrichmentNotes;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that end a good run. */
final class ExportSummary {
  private static final String FORMULAS = "formulas";
  private static final String KEEP = "keep";
  private static final int MOST_CHARACTERS_OF_NAME = 1_000;

  private ExportSummary() {}

  static String of(ExportSettings settings, ExportReceipt receipt) {
    String output =
        settings.output().equals("-")
            ? "standard output"
            : CleanText.of(settings.output(), MOST_CHARACTERS_OF_NAME);
    String amounts =
        Stream.of(
                NumberText.counted(receipt.rows().orElse(0), "row"),
                NumberText.counted(receipt.schema().map(Schema::size).orElse(0), "column"),
                receipt.bytes().isPresent() ? AmountText.bytes(receipt.bytes().getAsLong()) : "",
                NumberText.counted(receipt.calls(), "call"),
                DurationText.of(receipt.elapsed()),
                receipt.creationDate().map(date -> "created " + date).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return "Wrote %s: %s.".formatted(output, amounts);
  }

  /** What the output cannot hold of what came; empty where it holds all. */
  static Optional<String> warning(ExportSettings settings, ExportReceipt receipt) {
    long count = receipt.nonFiniteAsNull();
    if (count == 0) {
      return Optional.empty();
    }
    InstalledSink sink = settings.choice().sink();
    String reason =
        sink.provider().takesNonFinite()
            ? "within nested values, which are JSON and cannot hold them"
            : "because %s cannot hold them".formatted(sink.name());
    return Optional.of(
        "%s of NaN, Infinity or -Infinity %s written as null, %s."
            .formatted(NumberText.counted(count, "value"), count == 1 ? "was" : "were", reason));
  }

  /** That a label would be run by whatever opens the output; empty where it would not. */
  static Optional<String> formulaWarning(ExportSettings settings, EnrichmentNotes notes) {
    boolean keepsFormulas = settings.sinkOptions().find(FORMULAS).filter(KEEP::equals).isPresent();
    return notes
        .formula()
        .filter(label -> keepsFormulas)
        .map(
            label ->
                "Excel would run the label %s as a formula. Write it with --sink-option formulas=guard."
                    .formatted(QuotedText.of(label)));
  }
}
