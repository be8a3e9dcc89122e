package dev.vidiexport.app.project;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.project.YamlValue.Scalar;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.rules.ExportNameRules;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SliceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows in tables of one database, a table for each export. */
final class TablePlace implements RowPlace {
  private static final List<ExportKey> OF_FILES = List.of(ExportKey.FORMAT, ExportKey.SINK_OPTIONS);

  private final Optional<ChosenDatabase> database;
  private final ProjectProblems problems;
  private final Map<SliceTable, List<Owner>> owners = new LinkedHashMap<>();

  /**
   * Tables of a database.
   *
   * @param database empty where something is wrong with it, which has been told
   */
  TablePlace(Optional<ChosenDatabase> database, ProjectProblems problems) {
    this.database = database;
    this.problems = problems;
  }

  /** An export, and the line that gives it its table. */
  private record Owner(String export, int line) {}

  @Override
  public void give(GivenExport export, ExportValues values) {
    refuseFiles(export.values(), values);
    if (values.isRefused(ExportKey.TABLE) || values.isRefused(ExportKey.SCHEMA)) {
      return;
    }
    Optional<GivenValue> named = export.find(ExportKey.TABLE);
    Optional<GivenValue> schema = export.find(ExportKey.SCHEMA);
    SliceTable table =
        new SliceTable(
            schema.map(TablePlace::text), named.map(TablePlace::text).orElse(export.name()));
    values.builder().table(table);
    int line = named.map(value -> value.value().line()).orElse(export.line());
    owners
        .computeIfAbsent(folded(table), key -> new ArrayList<>())
        .add(new Owner(export.path(), line));
    schema.ifPresent(value -> checkSchema(value, values));
    boolean isName = named.isPresent() || export.name().matches(ExportNameRules.PATTERN);
    if (isName && !values.isRefused(ExportKey.SCHEMA)) {
      database
          .flatMap(known -> known.problemWith(table))
          .ifPresent(
              problem ->
                  values.refuse(
                      ExportKey.TABLE,
                      line,
                      told(
                          named.map(GivenValue::path).orElse(export.path()),
                          ExportKey.TABLE,
                          problem)));
    }
    database.ifPresent(known -> values.builder().format(known.format().format(), Map.of()));
  }

  @Override
  public void giveUnused(ExportKey key, GivenValue value, ExportValues values) {
    refuseFiles(Map.of(key, value), values);
    if (key == ExportKey.SCHEMA && !values.isRefused(key)) {
      checkSchema(value, values);
    }
  }

  private static void refuseFiles(Map<ExportKey, GivenValue> given, ExportValues values) {
    for (ExportKey key : OF_FILES) {
      GivenValue value = given.get(key);
      if (value != null) {
        values.refuse(
            key,
            value.value().line(),
            "%s is refused, because the target is a database, which chooses the format. Remove it."
                .formatted(value.path()));
      }
    }
  }

  private void checkSchema(GivenValue schema, ExportValues values) {
    database
        .flatMap(known -> known.problemWithSchema(text(schema)))
        .ifPresent(
            problem ->
                values.refuse(
                    ExportKey.SCHEMA,
                    schema.value().line(),
                    told(schema.path(), ExportKey.SCHEMA, problem)));
  }

  /** A sentence that begins with the key goes on where the key is given with its place. */
  private static String told(String path, ExportKey key, String problem) {
    return path.endsWith("." + key.key()) && problem.startsWith(key.key() + " ")
        ? path + problem.substring(key.key().length())
        : path + ": " + problem;
  }

  private static String text(GivenValue value) {
    return ((Scalar) value.value()).text();
  }

  /** Not every database tells upper and lower case apart. */
  private static SliceTable folded(SliceTable table) {
    return new SliceTable(
        table.schema().map(schema -> schema.toLowerCase(Locale.ROOT)),
        table.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void tell() {
    for (List<Owner> sharing : owners.values()) {
      for (Owner owner : sharing) {
        sharing.stream()
            .filter(other -> !other.equals(owner))
            .findFirst()
            .ifPresent(
                other ->
                    problems.add(
                        owner.line(),
                        "%s must have a table of its own, but that of %s has the same name, upper and lower case alike."
                            .formatted(owner.export(), other.export())));
      }
    }
  }

  @Override
  public Optional<ProjectExport> complete(HistoryExport history) {
    return database
        .map(ChosenDatabase::format)
        .map(format -> new ProjectExport(history, sink(format), ""));
  }

  private static ChosenSink sink(InstalledSink format) {
    return new ChosenSink(
        format.name(),
        format.provider(),
        SinkOptions.of(format.provider(), Map.of()),
        Optional.empty(),
        format.builtIn());
  }
}
