package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.HoursOfDay;
import java.time.DayOfWeek;

/** The tables that tell when. */
final class TimeTables {
  private TimeTables() {}

  static ReportTable days(AudienceReport report) {
    CountColumns counts = CountColumns.of(report);
    boolean attention = report.attention().isPresent();
    TableBuilder table = new TableBuilder("days").column("date", ColumnKind.DATE);
    counts.addColumns(table);
    counts.addConversionColumn(table);
    table.column("measured", ColumnKind.COUNT).column("expected", ColumnKind.COUNT);
    if (attention) {
      table.column("attention_seconds", ColumnKind.SECONDS);
    }
    for (DayFigures day : report.days()) {
      TableBuilder.Row row = table.row().cell(TableCell.of(day.date().toString()));
      counts.addCells(row, day.counts());
      counts.addConversionCell(row, day.conversion());
      row.cell(TableCell.of(day.coverage().measured()));
      row.cell(TableCell.of(day.coverage().expected()));
      if (attention) {
        row.cell(day.attentionSeconds());
      }
    }
    return table.build();
  }

  static ReportTable hours(HourFigures hours) {
    TableBuilder table = new TableBuilder("hours").column("date", ColumnKind.DATE);
    addHours(table);
    hours
        .days()
        .forEach(
            (date, values) ->
                table.row().cell(TableCell.of(date.toString())).cells(values.values()));
    return table.build();
  }

  static ReportTable week(HourFigures hours) {
    TableBuilder table = new TableBuilder("week").column("weekday", ColumnKind.WEEKDAY);
    addHours(table);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      TableBuilder.Row row = table.row().cell(TableCell.of(weekday.getValue()));
      HoursOfDay values = hours.week().get(weekday);
      for (int hour = 0; hour < HoursOfDay.COUNT; hour++) {
        row.cell(values == null ? TableCell.MISSING : TableCell.of(values.of(hour)));
      }
    }
    return table.build();
  }

  private static void addHours(TableBuilder table) {
    for (int hour = 0; hour < HoursOfDay.COUNT; hour++) {
      table.column(Integer.toString(hour), ColumnKind.COUNT);
    }
  }
}
