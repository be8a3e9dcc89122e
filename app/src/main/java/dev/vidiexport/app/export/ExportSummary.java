package dev.vidiexport.app.export;

import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one line that ends a good run. */
final class ExportSummary {
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
}
