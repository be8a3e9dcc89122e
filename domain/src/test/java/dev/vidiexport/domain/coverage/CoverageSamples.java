package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports and columns whose coverage is reckoned. */
final class CoverageSamples {
  static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  private CoverageSamples() {}

  static HistoryExport export(String dataType, TimeResolution resolution) {
    return export(dataType, resolution, WindowLength.DAY, Optional.empty());
  }

  static HistoryExport export(
      String dataType, TimeResolution resolution, WindowLength length, Optional<String> zone) {
    return new HistoryExport(
        "audience",
        new RequestTemplate(
            dataType, resolution, false, List.of(), Optional.empty(), Optional.empty()),
        new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATIONS, 1056)),
        length,
        length.firstDayOf(LocalDate.of(2024, 1, 1)),
        Optional.empty(),
        7,
        "parquet",
        Map.of(),
        Map.of(),
        zone.map(ZoneId::of));
  }

  static CoverageRules rules(String dataType, TimeResolution resolution) {
    return CoverageRules.of(export(dataType, resolution), CATALOGUE);
  }

  static TimeWindow day(String day) {
    return TimeWindow.around(WindowLength.DAY, LocalDate.parse(day));
  }

  /** The columns with numbers from 1 on. */
  static List<NumberedColumn> numbered(List<Column> columns) {
    List<NumberedColumn> numbered = new ArrayList<>();
    for (Column column : columns) {
      numbered.add(
          new NumberedColumn(numbered.size() + 1, column.name(), column.name(), column.type()));
    }
    return numbered;
  }

  static Column whole(String name) {
    return new Column(name, ColumnType.WHOLE);
  }

  static Column text(String name) {
    return new Column(name, ColumnType.TEXT);
  }

  static Column timestamp(String name) {
    return new Column(name, ColumnType.TIMESTAMP);
  }
}
