package dev.vidiexport.app.project;

import dev.vidiexport.app.project.YamlValue.Entry;
import dev.vidiexport.app.project.YamlValue.Mapping;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.rules.HistoryExportBuilder;
import dev.vidiexport.domain.rules.InvalidRequestException;
import dev.vidiexport.domain.rules.Violation;
import dev.vidiexport.domain.text.CleanText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads exports, with what they have from the defaults: each key that an export does not have
 * itself. Maps such as {@code columns} are not mixed. An export with sources of its own takes none
 * from the defaults, whatever their kind is, because it can have only one kind.
 */
final class ExportsReader {
  private static final int MOST_CHARACTERS_OF_NAME = 80;

  private final DataCatalogue catalogue;
  private final RowPlace place;
  private final ProjectPaths paths;
  private final ProjectProblems problems;
  private final InheritedProblems inherited;
  private final Map<ExportKey, GivenValue> defaults = new EnumMap<>(ExportKey.class);
  private final Set<ExportKey> used = EnumSet.noneOf(ExportKey.class);

  ExportsReader(
      DataCatalogue catalogue, RowPlace place, ProjectPaths paths, ProjectProblems problems) {
    this.catalogue = catalogue;
    this.place = place;
    this.paths = paths;
    this.problems = problems;
    inherited = new InheritedProblems(problems);
  }

  /** Takes the defaults, before any export is read. */
  void defaults(Mapping mapping) {
    KnownKeys.check("defaults", mapping, ExportKey.NAMES, problems);
    given("defaults", mapping, true, defaults);
    GivenValue table = defaults.remove(ExportKey.TABLE);
    if (table != null) {
      problems.add(
          table.value().line(),
          "defaults.table is refused, because all exports would have the same table. Without it each has one of its own name.");
    }
  }

  /** The exports that are good. */
  List<ProjectExport> read(Mapping exports) {
    List<ProjectExport> read = new ArrayList<>();
    exports
        .entries()
        .forEach(
            (name, entry) -> export(name, entry).flatMap(place::complete).ifPresent(read::add));
    inherited.tell();
    place.tell();
    return read;
  }

  /** Looks at those defaults that no export has, each by itself. */
  void checkUnusedDefaults() {
    defaults.forEach(
        (key, value) -> {
          if (!used.contains(key)) {
            HistoryExportBuilder builder = new HistoryExportBuilder(catalogue).name("a");
            ExportValues values = new ExportValues(builder, paths, problems);
            values.give(key, value);
            place.giveUnused(key, value, values);
            violations(builder).stream()
                .filter(violation -> keyOf(violation) == key && !values.isRefused(key))
                .forEach(violation -> tell(part(value, violation), violation.problem()));
          }
        });
  }

  private Optional<HistoryExport> export(String name, Entry entry) {
    String path = "exports." + CleanText.escaped(name, MOST_CHARACTERS_OF_NAME);
    Map<ExportKey, GivenValue> own = new EnumMap<>(ExportKey.class);
    if (!(entry.value() instanceof Mapping mapping)) {
      problems.add(
          entry.line(),
          "%s must have the keys of an export, but is %s."
              .formatted(path, entry.value().described()));
      return Optional.empty();
    }
    KnownKeys keys = KnownKeys.check(path, mapping, ExportKey.NAMES, problems);
    given(path, mapping, false, own);
    Map<ExportKey, GivenValue> all = withDefaults(own);
    HistoryExportBuilder builder = new HistoryExportBuilder(catalogue).name(name);
    ExportValues values = new ExportValues(builder, paths, problems);
    all.forEach(values::give);
    place.give(new GivenExport(name, path, entry.line(), all), values);
    List<Violation> violations = violations(builder);
    violations.forEach(violation -> tell(path, entry.line(), keys, all, values, violation));
    return violations.isEmpty() && values.areGood()
        ? Optional.of(builder.build())
        : Optional.empty();
  }

  private static void given(
      String path, Mapping mapping, boolean isDefault, Map<ExportKey, GivenValue> given) {
    mapping
        .entries()
        .forEach(
            (name, entry) ->
                ExportKey.find(name)
                    .ifPresent(
                        key ->
                            given.put(
                                key, new GivenValue(path + "." + name, entry.value(), isDefault))));
  }

  private Map<ExportKey, GivenValue> withDefaults(Map<ExportKey, GivenValue> own) {
    boolean hasSources = own.keySet().stream().anyMatch(key -> key.sourceKind().isPresent());
    Map<ExportKey, GivenValue> all = new EnumMap<>(defaults);
    if (hasSources) {
      all.keySet().removeIf(key -> key.sourceKind().isPresent());
    }
    all.putAll(own);
    all.forEach(
        (key, value) -> {
          if (value.isDefault()) {
            used.add(key);
            inherited.countTaker(value);
          }
        });
    return all;
  }

  private static List<Violation> violations(HistoryExportBuilder builder) {
    try {
      builder.build();
      return List.of();
    } catch (InvalidRequestException invalid) {
      return invalid.violations();
    }
  }

  private void tell(
      String path,
      int line,
      KnownKeys keys,
      Map<ExportKey, GivenValue> all,
      ExportValues values,
      Violation violation) {
    ExportKey key = keyOf(violation);
    if (key == null) {
      problems.add(line, "The name of an export %s.".formatted(violation.problem()));
      return;
    }
    GivenValue value = all.get(key);
    if (value == null) {
      if (!isMisspelt(key, keys) && !values.wereRefused(key)) {
        problems.add(line, "%s.%s %s.".formatted(path, key.key(), violation.problem()));
      }
    } else if (!values.isRefused(key)) {
      if (value.isDefault()) {
        inherited.add(part(value, violation), path, violation.problem());
      } else {
        tell(part(value, violation), violation.problem());
      }
    }
  }

  private void tell(GivenValue value, String problem) {
    problems.add(value.value().line(), "%s %s.".formatted(value.path(), problem));
  }

  /** The key that a violation is about; empty for the name, which is none. */
  private static @Nullable ExportKey keyOf(Violation violation) {
    String argument = violation.argument();
    int dot = argument.indexOf('.');
    return ExportKey.find(dot < 0 ? argument : argument.substring(0, dot)).orElse(null);
  }

  /** What of a value a violation is about: {@code columns.new_key}. */
  private static GivenValue part(GivenValue value, Violation violation) {
    int dot = violation.argument().indexOf('.');
    return dot < 0 ? value : value.below(violation.argument().substring(dot + 1));
  }

  /** Where no sources are given, any kind of them may have been meant. */
  private static boolean isMisspelt(ExportKey key, KnownKeys keys) {
    return key == ExportKey.LOCATIONS
        ? ExportKey.NAMES.stream()
            .filter(name -> ExportKey.find(name).orElseThrow().sourceKind().isPresent())
            .anyMatch(keys::isMisspelt)
        : keys.isMisspelt(key.key());
  }
}
