package dev.vidiexport.domain.rules;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SliceTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link HistoryExport} of what a user wrote into an entry of the project file, or reports
 * everything that is wrong with it. What a request takes too has the very rules of {@link
 * ExportRequestBuilder}.
 *
 * <p>Defaults: windows of {@code 1d}, {@code 7d} of looking back, Parquet without options, and
 * nothing else. In every method that takes a text, null stands for a key that was not given. For
 * one thread at a time; may be used again.
 */
public final class HistoryExportBuilder {
  private final ExportRequestBuilder request;
  private final DataCatalogue catalogue;
  private final SelectedSources selected = new SelectedSources();
  private String name = "";
  private @Nullable String dataType;
  private @Nullable String timeResolution;
  private @Nullable String start;
  private @Nullable String end;
  private String window = WindowLength.DAY.word();
  private String lookback = "7d";
  private @Nullable String timeZone;
  private String format = "parquet";
  private Map<String, String> sinkOptions = Map.of();
  private @Nullable SliceTable table;
  private Map<String, String> columns = Map.of();
  private @Nullable List<String> with;
  private boolean isWithInherited;
  private @Nullable String zoneLines;
  private boolean areZoneLinesInherited;
  private boolean zonesAreRefused;

  /** A builder that checks against a catalogue. */
  public HistoryExportBuilder(DataCatalogue catalogue) {
    this.catalogue = requireNonNull(catalogue, "catalogue must not be null");
    request = new ExportRequestBuilder(catalogue);
  }

  /** What the entry is called. Required. */
  public HistoryExportBuilder name(String text) {
    name = requireNonNull(text, "text must not be null");
    return this;
  }

  /** The name of a data type. Required. */
  public HistoryExportBuilder dataType(@Nullable String text) {
    dataType = text;
    request.dataType(text);
    return this;
  }

  /** VidiCenter's word for a resolution. Required. */
  public HistoryExportBuilder timeResolution(@Nullable String text) {
    timeResolution = text;
    request.timeResolution(text);
    return this;
  }

  /** Whether there is to be one row for each gender and age group. */
  public HistoryExportBuilder groupByDemographics(boolean wanted) {
    request.groupByDemographics(wanted);
    return this;
  }

  /** As of {@link ExportRequestBuilder#contentIds}. */
  public HistoryExportBuilder contentIds(@Nullable List<String> lists) {
    request.contentIds(lists);
    return this;
  }

  /** As of {@link ExportRequestBuilder#averageContentDuration}. */
  public HistoryExportBuilder averageContentDuration(@Nullable String text) {
    request.averageContentDuration(text);
    return this;
  }

  /** As of {@link ExportRequestBuilder#extrapolationAmount}. */
  public HistoryExportBuilder extrapolationAmount(@Nullable String text) {
    request.extrapolationAmount(text);
    return this;
  }

  /** The ids of one kind of source, comma-separated lists. Exactly one kind is required. */
  public HistoryExportBuilder sources(SourceKind kind, List<String> lists) {
    selected.list(kind, lists);
    return this;
  }

  /** All sources of one kind that the account sees; instead of ids. */
  public HistoryExportBuilder allSources(SourceKind kind) {
    selected.all(kind);
    return this;
  }

  /** The first day: {@code YYYY-MM-DD}; it begins a window. Required. */
  public HistoryExportBuilder start(@Nullable String text) {
    start = text;
    return this;
  }

  /** The last day, written like the first; it ends a window. */
  public HistoryExportBuilder end(@Nullable String text) {
    end = text;
    return this;
  }

  /** The word for the length of a window. */
  public HistoryExportBuilder window(String text) {
    window = requireNonNull(text, "text must not be null");
    return this;
  }

  /** How many days are looked back: {@code 7d}. */
  public HistoryExportBuilder lookback(String text) {
    lookback = requireNonNull(text, "text must not be null");
    return this;
  }

  /** The IANA name of the zone of all locations. */
  public HistoryExportBuilder timeZone(@Nullable String text) {
    timeZone = text;
    return this;
  }

  /**
   * The format and its options, which whoever knows the formats has checked.
   *
   * @param options as the user wrote them, by name
   */
  public HistoryExportBuilder format(String text, Map<String, String> options) {
    format = requireNonNull(text, "text must not be null");
    sinkOptions = Map.copyOf(options);
    return this;
  }

  /**
   * The table that keeps the rows, of which whoever knows the database has checked all but that it
   * is none of this program's own. Without one files keep them.
   */
  public HistoryExportBuilder table(@Nullable SliceTable kept) {
    table = kept;
    return this;
  }

  /**
   * The types of columns that the user chose.
   *
   * @param words a word for a type, by the name under which the column is received
   */
  public HistoryExportBuilder columns(Map<String, String> words) {
    columns = new LinkedHashMap<>(words);
    return this;
  }

  /**
   * The words for what is added to the rows.
   *
   * @param inherited whether they are those of all exports, so that one that adds nothing to this
   *     export is passed over
   */
  public HistoryExportBuilder with(@Nullable List<String> words, boolean inherited) {
    with = words;
    isWithInherited = inherited;
    return this;
  }

  /**
   * Lines that name the time zones of places.
   *
   * @param inherited whether they are those of all exports, so that rows without places pass them
   *     over
   */
  public HistoryExportBuilder zoneLines(@Nullable String text, boolean inherited) {
    zoneLines = text;
    areZoneLinesInherited = inherited;
    return this;
  }

  /** A zone, or the lines that name zones, were given and cannot be taken, which has been told. */
  public HistoryExportBuilder zonesAreRefused() {
    zonesAreRefused = true;
    return this;
  }

  /**
   * The export.
   *
   * @throws InvalidRequestException when anything is wrong, with everything that is; the arguments
   *     are keys of the project file, {@code name}, and of a column {@code columns.} and its name
   */
  public HistoryExport build() {
    Violations violations = new Violations(UnaryOperator.identity());
    new ExportNameRules(violations).check(name);
    Optional<RequestTemplate> template = request.template(violations);
    Optional<SourceSelection> sources = selected.read(catalogue, dataType, violations);
    WindowRules windowRules = new WindowRules(violations);
    Optional<WindowLength> length = windowRules.read(window);
    Optional<TimeResolution> resolution =
        Optional.ofNullable(timeResolution).flatMap(TimeResolution::find);
    windowRules.checkFits(resolution, length);
    DayRules dayRules = new DayRules(violations);
    Optional<LocalDate> first =
        violations.required("start", start).flatMap(text -> dayRules.read("start", text));
    Optional<LocalDate> last = Optional.ofNullable(end).flatMap(text -> dayRules.read("end", text));
    length.ifPresent(known -> dayRules.checkWindows(known, first, last));
    OptionalInt days = new LookbackRules(violations).read(lookback);
    Optional<ZoneId> zone = new ZoneRules(violations).read(timeZone);
    Map<String, ColumnType> types = new ColumnChoiceRules(violations).read(columns);
    RequestedAdditions additions = additions(template, violations);
    Optional<SliceTable> kept = new TableRules(violations).read(table);
    violations.throwIfAny();

    return new HistoryExport(
        name,
        template.orElseThrow(),
        sources.orElseThrow(),
        length.orElseThrow(),
        first.orElseThrow(),
        last,
        days.orElseThrow(),
        format,
        sinkOptions,
        types,
        zone,
        additions,
        kept);
  }

  /** What is wrong with the zone is told already. */
  private RequestedAdditions additions(Optional<RequestTemplate> template, Violations violations) {
    Optional<ZoneId> zone = Optional.ofNullable(timeZone).flatMap(ZoneRules::find);
    AdditionBuilder additions =
        new AdditionBuilder(catalogue)
            .with(with)
            .timeZone(zone.map(ZoneId::getId).orElse(null))
            .zoneLines(zoneLines)
            .zonesServeOtherwise();
    if (zonesAreRefused || (timeZone != null && zone.isEmpty())) {
      additions.zonesAreRefused();
    }
    if (areZoneLinesInherited) {
      additions.zoneLinesAreInherited();
    }
    if (isWithInherited) {
      additions.passingOver(Set.copyOf(Addition.words()));
    }
    try {
      if (template.isPresent()) {
        return additions.build(
            template.get().dataType(),
            template.get().timeResolution(),
            template.get().groupByDemographics(),
            false);
      }
      additions.check();
    } catch (InvalidRequestException invalid) {
      invalid.violations().forEach(violations::add);
    }
    return RequestedAdditions.NONE;
  }
}
