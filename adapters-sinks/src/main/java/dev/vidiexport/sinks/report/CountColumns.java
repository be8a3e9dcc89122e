package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.PlaceFigures;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/** Which counts a report has, and the columns of them that its days and its places have alike. */
public final class CountColumns {
  private final Set<CountKind> kinds = EnumSet.noneOf(CountKind.class);

  private CountColumns(AudienceReport report) {
    kinds.add(report.main());
    for (DayFigures day : report.days()) {
      kinds.addAll(day.counts().kinds());
    }
    for (PlaceFigures place : report.places().shown()) {
      kinds.addAll(place.counts().kinds());
    }
  }

  /** Those of a report. */
  public static CountColumns of(AudienceReport report) {
    return new CountColumns(report);
  }

  /** The kinds that there are, in their order. */
  public Set<CountKind> kinds() {
    return EnumSet.copyOf(kinds);
  }

  /** Whether anybody could say which part of those who passed by watched. */
  public boolean haveConversion() {
    return kinds.contains(CountKind.OTS);
  }

  void addColumns(TableBuilder table) {
    kinds.forEach(kind -> table.column(kind.word(), ColumnKind.COUNT));
  }

  void addCells(TableBuilder.Row row, Counts counts) {
    kinds.forEach(kind -> row.cell(counts.of(kind)));
  }

  void addConversionColumn(TableBuilder table) {
    if (haveConversion()) {
      table.column("conversion", ColumnKind.RATIO);
    }
  }

  void addConversionCell(TableBuilder.Row row, OptionalDouble conversion) {
    if (haveConversion()) {
      row.cell(conversion);
    }
  }
}
