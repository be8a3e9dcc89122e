package dev.vidiexport.app.project;

import dev.vidiexport.app.arguments.FileExtension;
import dev.vidiexport.app.arguments.SinkOptionValues;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads formats and their options. */
record FormatReader(SinkRegistry sinks) {
  /** The formats that write files of rows, by which histories are kept. */
  static List<InstalledSink> writingFiles(SinkRegistry sinks) {
    return sinks.sinks().stream().filter(InstalledSink::writesAnyRows).toList();
  }

  /** What is wrong with the name of a format, as a clause; empty when it is good. */
  Optional<String> problemWith(String format) {
    List<String> good = writingFiles(sinks).stream().map(InstalledSink::format).toList();
    if (good.contains(format)) {
      return Optional.empty();
    }
    return Optional.of(
        sinks.find(format).isPresent()
            ? "must be a format that writes files of rows, which %s does not%s. Those are: %s"
                .formatted(
                    QuotedText.of(format),
                    sinks.find(format).filter(InstalledSink::keepsHistories).isPresent()
                        ? "; a history in a database has its address for a target"
                        : "",
                    String.join(", ", good))
            : "must be one of %s, but was %s%s"
                .formatted(
                    String.join(", ", good),
                    QuotedText.of(format),
                    SpellingSuggestion.nearest(format, good)
                        .map(word -> " (did you mean \"" + word + "\"?)")
                        .orElse("")));
  }

  /**
   * What is wrong with an option, as a sentence; empty when it is good, or the format is not.
   *
   * @param called what the sentence calls the option
   */
  Optional<String> problemWith(String format, String option, String value, String called) {
    return sinks
        .find(format)
        .filter(sink -> problemWith(format).isEmpty())
        .flatMap(
            sink ->
                SinkOptionValues.problemWith(sink.provider(), option, value, called)
                    .map(problem -> problem + suggestion(sink.provider(), option)));
  }

  private static String suggestion(SinkProvider provider, String option) {
    List<String> names = provider.options().stream().map(known -> known.name()).toList();
    return names.contains(option)
        ? ""
        : SpellingSuggestion.nearest(option, names).map(SpellingSuggestion::asQuestion).orElse("");
  }

  /** Whether any format that writes files takes an option with this value. */
  boolean isOptionOfAny(String option, String value) {
    return writingFiles(sinks).stream()
        .anyMatch(
            sink -> SinkOptionValues.problemWith(sink.provider(), option, value, option).isEmpty());
  }

  /** The export, with what its files are written with. Its format and options are good. */
  ProjectExport withSink(HistoryExport history) {
    InstalledSink sink = sinks.find(history.format()).orElseThrow();
    SinkOptions options = SinkOptions.of(sink.provider(), Map.copyOf(history.sinkOptions()));
    String extension = FileExtension.of(sink, options);
    return new ProjectExport(
        history,
        new ChosenSink(
            sink.name(),
            sink.provider(),
            options,
            Optional.of(extension).filter(sink.extensions()::contains),
            sink.builtIn()),
        extension);
  }
}
