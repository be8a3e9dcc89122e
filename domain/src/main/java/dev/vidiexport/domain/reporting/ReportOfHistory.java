package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.audience.AudienceCounter;
import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.audience.CountedRows;
import dev.vidiexport.domain.audience.LocationNames;
import dev.vidiexport.domain.audience.ReportInput;
import dev.vidiexport.domain.audience.ReportReckoning;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.audience.RowCounting;
import dev.vidiexport.domain.audience.RowShape;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.extract.ListedRows;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.WindowClosings;
import dev.vidiexport.domain.planning.WindowSpan;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The use case: makes a report of some days of a history. Reads only files that the ledger lists;
 * calls nobody, and changes nothing. Windows that are missing are gaps. For one thread.
 */
public final class ReportOfHistory {
  private final LedgerReader ledger;
  private final ListedRows rows;
  private final List<HistoryExport> exports;
  private final DataCatalogue catalogue;
  private final ReportSettings settings;
  private final Optional<Topology> topology;

  /**
   * Prepares a report.
   *
   * @param rows reads the files of the same ledger
   * @param exports of which the report is; at least one
   */
  public ReportOfHistory(
      LedgerReader ledger,
      ListedRows rows,
      List<HistoryExport> exports,
      DataCatalogue catalogue,
      ReportSettings settings) {
    this.ledger = ledger;
    this.rows = rows;
    this.exports = List.copyOf(exports);
    this.catalogue = catalogue;
    this.settings = settings;
    this.topology = ledger.topology();
  }

  /**
   * Makes the report.
   *
   * @param asOf which windows are over by then
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when there is none of these exports or days
   * @throws dev.vidiexport.domain.failure.ExportException as {@link ListedRows#read} says
   */
  public AudienceReport run(ReportDays days, Instant asOf) {
    Map<AudienceType, HistoryExport> byType = byType();
    ReportSpan span = span(days, asOf);
    Optional<ReportSpan> pastSpan = days.comparison().map(comparison -> comparison.before(span));
    List<CountedRows> now = new ArrayList<>();
    List<CountedRows> then = new ArrayList<>();
    byType.forEach(
        (type, export) -> {
          HistoryCounting counting =
              new HistoryCounting(shape(type, export), span, pastSpan, export.timeZone());
          rows.read(export, counting::selects, counting);
          now.add(counting.counted(export, span, counting.now));
          pastSpan.ifPresent(
              past -> {
                if (counting.then != null) {
                  then.add(counting.counted(export, past, counting.then));
                }
              });
        });
    Map<Long, LocationNames> names = LedgerNames.before(ledger, endOf(span));
    requireSites(now, names);
    return ReportReckoning.of(
        new ReportInput(
            span, now, pastSpan.map(past -> new ReportInput.PastRows(past, then)), names),
        settings);
  }

  private Map<AudienceType, HistoryExport> byType() {
    Map<AudienceType, HistoryExport> byType = new EnumMap<>(AudienceType.class);
    for (HistoryExport export : exports) {
      String dataType = export.template().dataType();
      AudienceType type =
          AudienceType.find(dataType)
              .orElseThrow(
                  () ->
                      new ExportException(
                          FailureReason.REPORT_NOT_POSSIBLE,
                          "There is no report of %s, of which the export %s is. There are reports of %s."
                              .formatted(dataType, export.name(), AudienceType.names())));
      HistoryExport other = byType.put(type, export);
      if (other != null) {
        throw new ExportException(
            FailureReason.REPORT_COUNTS_TWICE,
            "The exports %s and %s are both of %s, and would count twice."
                .formatted(other.name(), export.name(), dataType));
      }
    }
    return byType;
  }

  private static RowShape shape(AudienceType type, HistoryExport export) {
    RequestTemplate template = export.template();
    return new RowShape(type, template.timeResolution(), template.groupByDemographics());
  }

  private ReportSpan span(ReportDays days, Instant asOf) {
    PlanSettings everything =
        new PlanSettings(asOf, Optional.empty(), Optional.empty(), PlanOrder.NEWEST_FIRST, false);
    List<LocalDate> firstDays = new ArrayList<>();
    List<LocalDate> lastDays = new ArrayList<>();
    for (HistoryExport export : exports) {
      WindowSpan windows = new WindowSpan(export, everything, WindowClosings.of(export, topology));
      TimeWindow newest =
          windows
              .newestClosed()
              .orElseThrow(
                  () ->
                      new ExportException(
                          FailureReason.REPORT_NOT_POSSIBLE,
                          "No window of the export %s is over yet.".formatted(export.name())));
      firstDays.add(windows.first().firstDay());
      lastDays.add(newest.lastDay());
    }
    return span(days, new TreeSet<>(firstDays).first(), new TreeSet<>(lastDays).first());
  }

  /** Of days that are not over yet, and of those before the history, nothing can be said. */
  private static ReportSpan span(ReportDays days, LocalDate earliest, LocalDate lastOver) {
    Optional<ReportSpan> wanted = days.last().map(last -> last.until(lastOver));
    LocalDate first =
        later(wanted.map(ReportSpan::firstDay).or(days::start).orElse(earliest), earliest);
    LocalDate last =
        earlier(wanted.map(ReportSpan::lastDay).or(days::end).orElse(lastOver), lastOver);
    if (last.isBefore(first)) {
      throw new ExportException(
          FailureReason.REPORT_NOT_POSSIBLE,
          "The history has no such days: its windows that are over are from %s to %s."
              .formatted(earliest, lastOver));
    }
    return ReportSpan.ofDays(first, last);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Instant endOf(ReportSpan span) {
    return WindowClosings.of(exports.get(0), topology)
        .overAt(TimeWindow.around(WindowLength.DAY, span.lastDay()));
  }

  private void requireSites(List<CountedRows> counted, Map<Long, LocationNames> names) {
    boolean areKnown =
        names.values().stream().anyMatch(name -> name.siteId().isPresent())
            || counted.stream().anyMatch(rowsOfType -> rowsOfType.counter().hasSites());
    if (settings.level() == PlaceLevel.SITE && !areKnown) {
      throw new ExportException(
          FailureReason.REPORT_SITES_NOT_TOLD,
          "Nobody knows of which sites the cameras are, so that no site can be a place.");
    }
  }

  /** Counts the rows of one export, for both spans. */
  private final class HistoryCounting implements ListedRows.Receiver {
    private final ReportSpan span;
    private final Optional<ReportSpan> pastSpan;
    private final AudienceCounter now;
    private final @Nullable AudienceCounter then;
    private final Set<String> creationDates = new TreeSet<>();
    private @Nullable RowCounting countingNow;
    private @Nullable RowCounting countingThen;

    HistoryCounting(
        RowShape shape, ReportSpan span, Optional<ReportSpan> pastSpan, Optional<ZoneId> zone) {
      this.span = span;
      this.pastSpan = pastSpan;
      now = new AudienceCounter(shape, span, false, settings.averages(), zone);
      then =
          pastSpan
              .map(past -> new AudienceCounter(shape, past, false, settings.averages(), zone))
              .orElse(null);
    }

    boolean selects(TimeWindow window) {
      return touches(window, span) || pastSpan.filter(past -> touches(window, past)).isPresent();
    }

    private static boolean touches(TimeWindow window, ReportSpan days) {
      return window.touches(Optional.of(days.firstDay()), Optional.of(days.lastDay()));
    }

    @Override
    public void begin(
        TimeWindow window,
        Optional<String> creationDate,
        List<NumberedColumn> columns,
        Schema schema) {
      List<String> keys = columns.stream().map(NumberedColumn::received).toList();
      countingNow = touches(window, span) ? now.moreRows(keys, schema) : null;
      countingThen =
          then != null && pastSpan.filter(past -> touches(window, past)).isPresent()
              ? then.moreRows(keys, schema)
              : null;
      if (countingNow != null) {
        creationDate.ifPresent(creationDates::add);
      }
    }

    @Override
    public void rows(RowBatch batch) {
      if (countingNow != null) {
        countingNow.add(batch);
      }
      if (countingThen != null) {
        countingThen.add(batch);
      }
    }

    CountedRows counted(HistoryExport export, ReportSpan days, AudienceCounter counter) {
      return new CountedRows(
          counter,
          new LedgerCoverage(export, catalogue, topology, days),
          List.of(HistoryArguments.of(export, days)),
          BuildTimes.of(creationDates));
    }
  }
}
