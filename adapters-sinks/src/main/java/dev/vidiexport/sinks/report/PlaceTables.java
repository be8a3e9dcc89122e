package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.PlacePresence;
import dev.vidiexport.domain.report.PlaceQuality;
import dev.vidiexport.domain.report.QualityFigures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The tables that tell where. */
final class PlaceTables {
  private PlaceTables() {}

  static ReportTable places(AudienceReport report) {
    CountColumns counts = CountColumns.of(report);
    TableBuilder table = new TableBuilder("places").place();
    counts.addColumns(table);
    table.column("share", ColumnKind.RATIO);
    counts.addConversionColumn(table);
    table
        .column("measured", ColumnKind.COUNT)
        .column("expected", ColumnKind.COUNT)
        .column("coverage", ColumnKind.RATIO)
        .label()
        .column("per_measured_hour", ColumnKind.COUNT);
    for (PlaceFigures figures : report.places().shown()) {
      TableBuilder.Row row = table.row().place(figures.place());
      counts.addCells(row, figures.counts());
      row.cell(figures.share());
      counts.addConversionCell(row, figures.conversion());
      row.cell(TableCell.of(figures.coverage().measured()))
          .cell(TableCell.of(figures.coverage().expected()))
          .cell(figures.coverage().share())
          .label(figures.place())
          .cell(figures.perMeasuredHour());
    }
    return table.build();
  }

  static ReportTable trends(AudienceReport report) {
    TableBuilder table = new TableBuilder("trends").place();
    addTimes(table, report.quality(), ColumnKind.COUNT);
    table.label();
    for (PlaceFigures figures : report.places().shown()) {
      table.row().place(figures.place()).cells(figures.trend()).label(figures.place());
    }
    return table.build();
  }

  static ReportTable presence(String word, List<PlacePresence> places) {
    TableBuilder table =
        new TableBuilder(word)
            .place()
            .column("count", ColumnKind.COUNT)
            .column("seconds", ColumnKind.SECONDS)
            .label();
    for (PlacePresence presence : places) {
      table
          .row()
          .place(presence.place())
          .cell(presence.count())
          .cell(presence.seconds())
          .label(presence.place());
    }
    return table.build();
  }

  static ReportTable quality(QualityFigures quality) {
    TableBuilder table = new TableBuilder("quality").place();
    addTimes(table, quality, ColumnKind.RATIO);
    table.label();
    for (PlaceQuality place : quality.places()) {
      TableBuilder.Row row = table.row().place(place.place());
      place.coverage().forEach(coverage -> row.cell(coverage.share()));
      row.label(place.place());
    }
    return table.build();
  }

  static ReportTable missing(QualityFigures quality) {
    TableBuilder table = new TableBuilder("missing").place().label();
    for (PlaceName place : quality.missing()) {
      table.row().place(place).label(place);
    }
    return table.build();
  }

  private static void addTimes(TableBuilder table, QualityFigures quality, ColumnKind kind) {
    for (LocalDate first : quality.columns()) {
      table.column(quality.byMonth() ? YearMonth.from(first).toString() : first.toString(), kind);
    }
  }
}
