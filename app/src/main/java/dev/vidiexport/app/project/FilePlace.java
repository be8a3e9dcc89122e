package dev.vidiexport.app.project;

import dev.vidiexport.app.project.YamlValue.Kind;
import dev.vidiexport.app.project.YamlValue.Scalar;
import dev.vidiexport.domain.history.HistoryExport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows in files, whose formats and options exports choose. */
final class FilePlace implements RowPlace {
  private static final String USUAL_FORMAT = "parquet";
  private static final List<ExportKey> OF_TABLES = List.of(ExportKey.TABLE, ExportKey.SCHEMA);

  private final FormatReader formats;
  private final ProjectProblems problems;
  private final boolean isCertain;

  private FilePlace(FormatReader formats, ProjectProblems problems, boolean isCertain) {
    this.formats = formats;
    this.problems = problems;
    this.isCertain = isCertain;
  }

  /** Files in a folder. */
  static FilePlace folder(FormatReader formats, ProjectProblems problems) {
    return new FilePlace(formats, problems, true);
  }

  /** Nobody knows where; what is said of files is judged, and what of tables is not. */
  static FilePlace unknown(FormatReader formats, ProjectProblems problems) {
    return new FilePlace(formats, problems, false);
  }

  @Override
  public void give(GivenExport export, ExportValues values) {
    refuseTables(export.values(), values);
    giveFormat(export.values(), values, false);
  }

  @Override
  public void giveUnused(ExportKey key, GivenValue value, ExportValues values) {
    refuseTables(Map.of(key, value), values);
    giveFormat(Map.of(key, value), values, true);
  }

  private void refuseTables(Map<ExportKey, GivenValue> given, ExportValues values) {
    for (ExportKey key : OF_TABLES) {
      GivenValue value = given.get(key);
      if (value != null && isCertain) {
        values.refuse(
            key,
            value.value().line(),
            "%s is for histories in databases alone, and the target is a folder. Remove it."
                .formatted(value.path()));
      }
    }
  }

  /**
   * Gives the format and its options, and tells what is wrong with them.
   *
   * @param anyFormat whether options may be those of any format
   */
  private void giveFormat(
      Map<ExportKey, GivenValue> given, ExportValues values, boolean anyFormat) {
    GivenValue word = given.get(ExportKey.FORMAT);
    String format =
        word != null && word.value() instanceof Scalar scalar && scalar.kind() != Kind.NOTHING
            ? scalar.text()
            : USUAL_FORMAT;
    if (word != null && !values.isRefused(ExportKey.FORMAT)) {
      formats
          .problemWith(format)
          .ifPresent(
              problem ->
                  values.refuse(
                      ExportKey.FORMAT, word.value().line(), word.path() + " " + problem + "."));
    }
    GivenValue options = given.get(ExportKey.SINK_OPTIONS);
    if (options == null || values.isRefused(ExportKey.SINK_OPTIONS)) {
      values.builder().format(format, Map.of());
      return;
    }
    Map<String, String> texts =
        new ValueReader(options.path(), ExportKey.SINK_OPTIONS.expected(), problems)
            .texts(options.value())
            .orElseThrow();
    values.builder().format(format, texts);
    texts.forEach(
        (name, value) -> {
          if (!anyFormat || !formats.isOptionOfAny(name, value)) {
            formats
                .problemWith(format, name, value, options.pathOf(name))
                .ifPresent(
                    problem ->
                        values.refuse(
                            ExportKey.SINK_OPTIONS,
                            options.lineOf(name),
                            optionProblem(options, problem)));
          }
        });
  }

  private static String optionProblem(GivenValue options, String problem) {
    return (problem.startsWith(options.path()) ? problem : options.path() + ": " + problem)
        + (options.isDefault()
            ? " An export that is not to have these options says sink_options: {}."
            : "");
  }

  @Override
  public void tell() {}

  @Override
  public Optional<ProjectExport> complete(HistoryExport history) {
    return Optional.of(formats.withSink(history));
  }
}
