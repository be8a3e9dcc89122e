package dev.vidiexport.app.project;

import dev.vidiexport.app.arguments.SmallTextFile;
import dev.vidiexport.app.project.YamlValue.Scalar;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.HistoryExportBuilder;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives what is written for the keys of one export to its builder. */
final class ExportValues {
  private static final String ALL = "all";

  private final HistoryExportBuilder builder;
  private final ProjectPaths paths;
  private final ProjectProblems problems;
  private final Set<ExportKey> refused = EnumSet.noneOf(ExportKey.class);

  ExportValues(HistoryExportBuilder builder, ProjectPaths paths, ProjectProblems problems) {
    this.builder = builder;
    this.paths = paths;
    this.problems = problems;
  }

  /** Gives one, unless it is of the wrong shape, which is told. */
  void give(ExportKey key, GivenValue given) {
    ValueReader reader = new ValueReader(given.path(), key.expected(), problems);
    YamlValue value = given.value();
    boolean isGood =
        switch (key) {
          case DATA_TYPE -> reader.text(value).map(builder::dataType).isPresent();
          case TIME_RESOLUTION -> reader.text(value).map(builder::timeResolution).isPresent();
          case GROUP_BY_DEMOGRAPHICS ->
              reader.flag(value).map(builder::groupByDemographics).isPresent();
          case CONTENT_IDS -> reader.items(value).map(builder::contentIds).isPresent();
          case AVERAGE_CONTENT_DURATION ->
              reader.text(value).map(builder::averageContentDuration).isPresent();
          case EXTRAPOLATION_AMOUNT ->
              reader.text(value).map(builder::extrapolationAmount).isPresent();
          case LOCATIONS, SITES, LOCATION_GROUPS, SITE_GROUPS, LOCATION_TAGS, SITE_TAGS ->
              giveSources(key, value, reader);
          case START -> reader.text(value).map(builder::start).isPresent();
          case END -> reader.text(value).map(builder::end).isPresent();
          case WINDOW -> reader.text(value).map(builder::window).isPresent();
          case LOOKBACK -> reader.text(value).map(builder::lookback).isPresent();
          case COLUMNS -> reader.texts(value).map(builder::columns).isPresent();
          case TIME_ZONE -> reader.text(value).map(builder::timeZone).isPresent();
          case TIME_ZONES -> giveZoneLines(given, reader);
          case WITH ->
              reader.items(value).map(words -> giveWith(words, given.isDefault())).isPresent();
          case FORMAT -> reader.text(value).isPresent();
          case SINK_OPTIONS -> reader.texts(value).isPresent();
          case TABLE, SCHEMA -> reader.name(value).isPresent();
        };
    if (!isGood) {
      refused.add(key);
      if (key == ExportKey.TIME_ZONE || key == ExportKey.TIME_ZONES) {
        builder.zonesAreRefused();
      }
    }
  }

  /** An empty list is that of an export that wants none of what all others have. */
  private HistoryExportBuilder giveWith(List<String> words, boolean isDefault) {
    return builder.with(words.isEmpty() ? null : words, isDefault);
  }

  /** What counts is what stands in the file, wherever it lies. */
  private boolean giveZoneLines(GivenValue given, ValueReader reader) {
    Optional<String> name = reader.name(given.value());
    if (name.isEmpty()) {
      return false;
    }
    try {
      String file = paths.find(name.get()).map(Path::toString).orElse(name.get());
      builder.zoneLines(SmallTextFile.read(file), given.isDefault());
      return true;
    } catch (IllegalArgumentException unusable) {
      problems.add(given.value().line(), "%s %s.".formatted(reader.path(), unusable.getMessage()));
      return false;
    }
  }

  private boolean giveSources(ExportKey key, YamlValue value, ValueReader reader) {
    SourceKind kind = key.sourceKind().orElseThrow();
    if (value instanceof Scalar scalar && scalar.text().equals(ALL)) {
      builder.allSources(kind);
      return true;
    }
    Optional<List<String>> items = reader.items(value);
    if (items.filter(found -> found.stream().anyMatch(ALL::equalsIgnoreCase)).isPresent()) {
      problems.add(
          value.line(),
          "%s must be %s, but is %s.%s"
              .formatted(
                  reader.path(),
                  key.expected(),
                  value instanceof Scalar scalar
                      ? QuotedText.of(scalar.text())
                      : "a list with \"all\" in it",
                  SpellingSuggestion.asQuestion(ALL)));
      return false;
    }
    return items.map(found -> builder.sources(kind, found)).isPresent();
  }

  /** What the values are given to. */
  HistoryExportBuilder builder() {
    return builder;
  }

  /** Tells what is wrong with the value of a key, which then counts as not given. */
  void refuse(ExportKey key, int line, String sentence) {
    problems.add(line, sentence);
    refused.add(key);
  }

  /** Whether what was given for a key was of the wrong shape, so that nothing was given on. */
  boolean isRefused(ExportKey key) {
    return refused.contains(key);
  }

  /** Whether this key is missing only because one of its kind was refused. */
  boolean wereRefused(ExportKey key) {
    return key == ExportKey.LOCATIONS
        && refused.stream().anyMatch(candidate -> candidate.sourceKind().isPresent());
  }

  boolean areGood() {
    return refused.isEmpty();
  }
}
