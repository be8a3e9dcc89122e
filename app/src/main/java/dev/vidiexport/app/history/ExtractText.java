package dev.vidiexport.app.history;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.extract.ExtractReceipt;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that end a good extract. */
final class ExtractText {
  private static final int MOST_CHARACTERS_OF_NAME = 1_000;

  private ExtractText() {}

  static String of(ExtractOrder order, ExtractReceipt receipt) {
    String output =
        order.output().isStandardOutput()
            ? "standard output"
            : CleanText.of(order.output().output(), MOST_CHARACTERS_OF_NAME);
    String amounts =
        Stream.of(
                NumberText.counted(receipt.rows(), "row"),
                NumberText.counted(receipt.schema().size(), "column"),
                receipt.bytes().isPresent() ? AmountText.bytes(receipt.bytes().getAsLong()) : "",
                DurationText.of(receipt.elapsed()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return "Wrote %s: %s, %s.".formatted(output, amounts, origin(order, receipt));
  }

  private static String origin(ExtractOrder order, ExtractReceipt receipt) {
    String name = order.export().name();
    return receipt.files() == 0
        ? "because the history has no rows of %s in these days".formatted(name)
        : "from %s of %s, %s to %s"
            .formatted(
                NumberText.counted(
                    receipt.files(), order.export().table().isPresent() ? "slice" : "file"),
                name,
                receipt.firstDay().orElseThrow(),
                receipt.lastDay().orElseThrow());
  }

  /** What the output cannot hold of the rows; empty where it holds all. */
  static Optional<String> warning(ExtractOrder order, ExtractReceipt receipt) {
    long count = receipt.nonFiniteAsNull();
    if (count == 0) {
      return Optional.empty();
    }
    InstalledSink sink = order.output().choice().sink();
    return Optional.of(
        "%s of NaN, Infinity or -Infinity %s written as null, because %s cannot hold them."
            .formatted(
                NumberText.counted(count, "value"), count == 1 ? "was" : "were", sink.name()));
  }
}
