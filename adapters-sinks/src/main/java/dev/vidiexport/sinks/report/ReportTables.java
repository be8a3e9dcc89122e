package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.FigureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of a report, from which its page and its workbook are made. Immutable. */
public final class ReportTables {
  private final ReportTable summary;
  private final List<ReportTable> tables;

  private ReportTables(ReportTable summary, List<ReportTable> tables) {
    this.summary = summary;
    this.tables = List.copyOf(tables);
  }

  /** Makes the tables of a report. */
  public static ReportTables of(AudienceReport report) {
    List<ReportTable> tables = new ArrayList<>();
    tables.add(TimeTables.days(report));
    report
        .hours()
        .ifPresent(
            hours -> {
              tables.add(TimeTables.hours(hours));
              tables.add(TimeTables.week(hours));
            });
    tables.add(PlaceTables.places(report));
    addUnlessEmpty(tables, PlaceTables.trends(report));
    report
        .people()
        .ifPresent(
            people -> {
              tables.add(PeopleTables.people(people));
              addUnlessEmpty(tables, PeopleTables.peopleByDaypart(people));
            });
    report
        .attention()
        .ifPresent(
            attention -> {
              tables.add(PeopleTables.attention(attention));
              addUnlessEmpty(tables, PeopleTables.attentionByDaypart(attention));
              addUnlessEmpty(tables, PeopleTables.attentionByAge(attention));
              addUnlessEmpty(tables, PeopleTables.dwellTimes(attention));
            });
    report.vehicles().ifPresent(list -> tables.add(PlaceTables.presence("vehicles", list)));
    report.footfall().ifPresent(list -> tables.add(PlaceTables.presence("footfall", list)));
    tables.add(PlaceTables.quality(report.quality()));
    tables.add(PlaceTables.missing(report.quality()));
    return new ReportTables(summary(report), tables);
  }

  /** What goes beyond the main table of a section is left out where the rows do not tell it. */
  private static void addUnlessEmpty(List<ReportTable> tables, ReportTable table) {
    if (!table.rows().isEmpty()) {
      tables.add(table);
    }
  }

  /** The figures at the head, and how they changed; a row each. */
  public ReportTable summary() {
    return summary;
  }

  /** All others, in the order of the page. */
  public List<ReportTable> tables() {
    return tables;
  }

  /** The table of a word; empty where the report has none. */
  public Optional<ReportTable> find(String word) {
    return tables.stream().filter(table -> table.word().equals(word)).findFirst();
  }

  private static ReportTable summary(AudienceReport report) {
    TableBuilder table =
        new TableBuilder("summary")
            .column("figure", ColumnKind.FIGURE)
            .column("value", ColumnKind.NUMBER);
    report
        .headline()
        .figures()
        .forEach((kind, value) -> figure(table, kind, "", TableCell.of(value)));
    report
        .headline()
        .changes()
        .forEach(
            (kind, change) -> {
              figure(table, kind, "_before", TableCell.of(change.before()));
              figure(table, kind, "_change", TableCell.of(change.change()));
              figure(table, kind, "_compared", TableCell.of(change.compared()));
            });
    return table.build();
  }

  private static void figure(TableBuilder table, FigureKind kind, String part, TableCell value) {
    table.row().cell(TableCell.of(kind.word() + part)).cell(value);
  }
}
