package dev.vidiexport.domain.catalogue;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import java.util.List;

/** Writes columns and resolutions as one line, so that a test shows them as the papers do. */
final class ColumnTexts {
  private ColumnTexts() {}

  static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(joining(" "));
  }

  static String resolutions(List<TimeResolution> resolutions) {
    return resolutions.stream().map(TimeResolution::argument).collect(joining(" "));
  }
}
