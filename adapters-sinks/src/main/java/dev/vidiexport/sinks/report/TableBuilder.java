package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.report.AttentionRates;
import dev.vidiexport.domain.report.PlaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Puts a table together: first its columns, then its rows. Not for several threads. */
final class TableBuilder {
  private final String word;
  private final List<TableColumn> columns = new ArrayList<>();
  private final List<List<TableCell>> rows = new ArrayList<>();

  TableBuilder(String word) {
    this.word = word;
  }

  TableBuilder column(String name, ColumnKind kind) {
    columns.add(new TableColumn(name, kind));
    return this;
  }

  TableBuilder place() {
    return column("place", ColumnKind.PLACE);
  }

  TableBuilder label() {
    return column("label", ColumnKind.LABEL);
  }

  /** How long people stayed and looked. */
  TableBuilder rates() {
    return column("dwell_seconds", ColumnKind.SECONDS)
        .column("attention_seconds", ColumnKind.SECONDS)
        .column("attention_share", ColumnKind.RATIO);
  }

  /** Begins a row, which must get a cell for each column. */
  Row row() {
    return new Row();
  }

  ReportTable build() {
    return new ReportTable(word, columns, rows);
  }

  /** A row that grows. */
  final class Row {
    private final List<TableCell> cells = new ArrayList<>(columns.size());

    private Row() {
      rows.add(cells);
    }

    Row cell(TableCell cell) {
      cells.add(cell);
      return this;
    }

    Row cell(OptionalDouble value) {
      return cell(TableCell.of(value));
    }

    Row cells(List<OptionalDouble> values) {
      values.forEach(this::cell);
      return this;
    }

    Row place(PlaceName place) {
      return cell(TableCell.of(place.id()));
    }

    Row label(PlaceName place) {
      return cell(TableCell.of(place.label()));
    }

    Row rates(AttentionRates rates) {
      return cell(rates.dwellSeconds()).cell(rates.attentionSeconds()).cell(rates.share());
    }
  }
}
