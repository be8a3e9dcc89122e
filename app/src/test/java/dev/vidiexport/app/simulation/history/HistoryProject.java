package dev.vidiexport.app.simulation.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceFreedom;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.csv.CsvSinkProvider;
import dev.vidiexport.sinks.json.JsonLinesSinkProvider;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SliceTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The exports that are wanted, which whoever keeps the project file changes between syncs. */
final class HistoryProject {
  /** A Monday. */
  static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 26);

  static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  private static final List<Integer> LOOKBACKS = List.of(0, 0, 1, 7);
  private static final List<Integer> TAGS = List.of(71, 72);
  private static final Map<String, SinkProvider> FORMATS =
      Map.of("csv", new CsvSinkProvider(), "jsonl", new JsonLinesSinkProvider());

  private final List<HistoryExport> exports = new ArrayList<>();

  /**
   * A project file that is new.
   *
   * @param isInTables whether its rows are kept in tables
   */
  HistoryProject(SeededChance chance, boolean isInTables) {
    List<HistoryExport> all = new ArrayList<>();
    all.add(export("hourly", "1h", false, SourceKind.LOCATIONS, WindowLength.DAY, chance));
    all.add(export("finest", "finest", false, SourceKind.LOCATIONS, WindowLength.DAY, chance));
    all.add(export("weekly", "1d", true, SourceKind.LOCATIONS, WindowLength.WEEK, chance));
    all.add(export("tagged", "1d", false, SourceKind.LOCATION_TAGS, WindowLength.DAY, chance));
    Collections.shuffle(all, chance.random());
    exports.addAll(all.subList(0, chance.in(0.2) ? 3 : chance.between(1, 2)));
    if (isInTables) {
      exports.replaceAll(HistoryProject::inTable);
    }
  }

  private static HistoryExport export(
      String name,
      String resolution,
      boolean isGrouped,
      SourceKind kind,
      WindowLength length,
      SeededChance chance) {
    LocalDate start =
        length == WindowLength.DAY ? FIRST_DAY.plusDays(chance.between(0, 1)) : FIRST_DAY;
    return new HistoryExport(
        name,
        new RequestTemplate(
            "viewers",
            TimeResolution.find(resolution).orElseThrow(),
            isGrouped,
            List.of(),
            Optional.empty(),
            Optional.empty()),
        sources(kind, chance),
        length,
        start,
        chance.in(0.5) ? Optional.of(FIRST_DAY.plusDays(6)) : Optional.empty(),
        chance.oneOf(LOOKBACKS),
        chance.in(0.6) ? "csv" : "jsonl",
        Map.of(),
        columns(chance),
        chance.in(0.5) ? Optional.of(ZoneOffset.UTC) : Optional.<ZoneId>empty());
  }

  private static HistoryExport inTable(HistoryExport export) {
    return new HistoryExport(
        export.name(),
        export.template(),
        export.sources(),
        export.windowLength(),
        export.start(),
        export.end(),
        export.lookbackDays(),
        SimulatedFormat.NAME,
        Map.of(),
        export.columns(),
        export.timeZone(),
        export.additions(),
        Optional.of(table(export.name())));
  }

  /** The table of an export, where its rows are in one. */
  static SliceTable table(String export) {
    return new SliceTable(Optional.empty(), export);
  }

  /** What is not free has one list for ever. */
  private static SourceSelection sources(SourceKind kind, SeededChance chance) {
    if (kind == SourceKind.LOCATION_TAGS) {
      return new SourceSelection.Listed(
          SourceSet.of(kind, TAGS.stream().map(Long::valueOf).toList()));
    }
    if (chance.in(0.4)) {
      return new SourceSelection.All(kind);
    }
    List<Long> ids = new ArrayList<>();
    for (long id : SimulatedTopology.LOCATIONS) {
      if (chance.in(0.6)) {
        ids.add(id);
      }
    }
    ids.add(SimulatedTopology.LOCATIONS.get(0));
    return new SourceSelection.Listed(SourceSet.of(kind, ids));
  }

  private static Map<String, ColumnType> columns(SeededChance chance) {
    if (chance.in(0.6)) {
      return Map.of();
    }
    return Map.of("measure", chance.in(0.4) ? ColumnType.WHOLE : ColumnType.DECIMAL);
  }

  /**
   * Somebody edits the project file, or nobody does.
   *
   * @param mayBecome whether the program would take an export, so that it stays so
   */
  void edit(SeededChance chance, Predicate<HistoryExport> mayBecome) {
    exports.replaceAll(
        export -> {
          HistoryExport edited = edited(export, chance);
          return mayBecome.test(edited) ? edited : export;
        });
  }

  private static HistoryExport edited(HistoryExport export, SeededChance chance) {
    boolean isFree = isFree(export);
    return new HistoryExport(
        export.name(),
        export.template(),
        isFree && chance.in(0.15) ? sources(SourceKind.LOCATIONS, chance) : export.sources(),
        export.windowLength(),
        export.windowLength() == WindowLength.DAY && chance.in(0.08)
            ? FIRST_DAY.plusDays(chance.between(-1, 3))
            : export.start(),
        export.end(),
        chance.in(0.1) ? chance.oneOf(LOOKBACKS) : export.lookbackDays(),
        export.format(),
        chance.in(0.2) ? options(export.format(), chance) : export.sinkOptions(),
        chance.in(0.2) ? columns(chance) : export.columns(),
        export.timeZone(),
        export.additions(),
        export.table());
  }

  private static Map<String, String> options(String format, SeededChance chance) {
    if (chance.in(0.5) || format.equals(SimulatedFormat.NAME)) {
      return Map.of();
    }
    return format.equals("csv") ? Map.of("line-separator", "crlf") : Map.of("nulls", "omit");
  }

  List<HistoryExport> exports() {
    return List.copyOf(exports);
  }

  /** Whether its history ends by itself, so that much time may pass. */
  boolean hasEnd() {
    return exports.stream().allMatch(export -> export.end().isPresent());
  }

  HistoryExport export(String name) {
    return exports.stream().filter(export -> export.name().equals(name)).findAny().orElseThrow();
  }

  /** Whether its sources may share a request and leave it. */
  static boolean isFree(HistoryExport export) {
    return SourceFreedom.isFree(CATALOGUE, export.template().dataType(), export.sources().kind());
  }

  /** The slice that a request asks for. */
  SliceKey slice(ExportRequest request) {
    HistoryExport asked =
        exports.stream()
            .filter(export -> export.template().equals(RequestTemplate.of(request)))
            .filter(export -> request.sources().containsKey(export.sources().kind()))
            .findAny()
            .orElseThrow(() -> new AssertionError("Nobody should ask for " + request));
    SourceKind kind = asked.sources().kind();
    return new SliceKey(
        asked.name(),
        new TimeWindow(asked.windowLength(), request.start().toLocalDate()),
        SourceSet.of(kind, requireNonNull(request.sources().get(kind))));
  }

  /** The format of an export, with the options of now. */
  ChosenSink sink(String name) {
    HistoryExport export = export(name);
    SinkProvider provider = requireNonNull(FORMATS.get(export.format()));
    return new ChosenSink(
        "the format " + export.format(),
        provider,
        SinkOptions.of(provider, export.sinkOptions()),
        Optional.of(export.format()),
        true);
  }
}
