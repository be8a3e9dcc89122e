package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.postgresql.ExistingColumns.ExistingColumn;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.SliceColumn;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns that the table of a history is to have beside the one of slices. Immutable.
 *
 * @param table the table
 * @param forms what they keep, by their names in the table
 * @param names the names in the table by the numbers of the columns
 */
record HistoryColumns(
    HistoryTable table, Map<String, ColumnForm> forms, Map<Integer, String> names) {
  /**
   * Those of a history.
   *
   * @param columns all of them, in the order of their numbers
   * @throws RowsRefusedException when no table can have them
   */
  static HistoryColumns of(HistoryTable table, List<SliceColumn> columns)
      throws RowsRefusedException {
    List<String> written = SliceNames.ofColumns(columns);
    Map<String, ColumnForm> forms = new LinkedHashMap<>();
    Map<Integer, String> names = new LinkedHashMap<>();
    for (SliceColumn column : columns) {
      String name = written.get(forms.size());
      forms.put(name, ColumnForm.of(column.column()));
      names.put(column.number(), name);
    }
    return new HistoryColumns(table, forms, names);
  }

  /** The name of a column in the table. */
  String name(SliceColumn column) {
    return Optional.ofNullable(names.get(column.number()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "columns must hold number %s, but were %s".formatted(column.number(), names)));
  }

  /** What makes a value of a column one that the table keeps. */
  String converted(SliceColumn column, String value) throws IOException {
    Column given = column.column();
    ColumnForm wanted = Objects.requireNonNull(forms.get(name(column)));
    return FormChange.expression(ColumnForm.of(given), wanted, value)
        .orElseThrow(() -> mismatch(name(column), wanted.declaration(), ColumnForm.of(given)));
  }

  /** Makes the table, with an index by which the rows of a slice are found. */
  void make(ServerConnection connection) throws SQLException {
    String slice = QuotedName.of(SliceNames.SLICE_COLUMN);
    List<String> declarations = new ArrayList<>();
    declarations.add(slice + " text COLLATE \"C\" NOT NULL");
    forms.forEach((name, form) -> declarations.add(QuotedName.of(name) + " " + form.declaration()));
    connection.execute(
        "CREATE TABLE %s (%s)".formatted(table.quoted(), String.join(", ", declarations)));
    connection.execute("CREATE INDEX ON %s (%s)".formatted(table.quoted(), slice));
  }

  /**
   * Gives the table what it lacks. Types are named with their schema, as names are the user's own
   * here: when a column changes, checks and indexes are run for every row.
   *
   * @throws IOException when it cannot become a table of these columns
   */
  void complete(ServerConnection connection, ExistingTable existing)
      throws IOException, SQLException {
    Map<String, ExistingColumn> found =
        ExistingColumns.read(connection.sql(), existing.identity()).columns();
    requireSliceColumn(found);
    requireNoOtherNeeds(found);
    List<String> changes = new ArrayList<>();
    for (Map.Entry<String, ColumnForm> wanted : forms.entrySet()) {
      change(wanted.getKey(), wanted.getValue(), Optional.ofNullable(found.get(wanted.getKey())))
          .ifPresent(changes::add);
    }
    if (!changes.isEmpty()) {
      connection.execute("ALTER TABLE %s %s".formatted(table.quoted(), String.join(", ", changes)));
    }
  }

  private void requireSliceColumn(Map<String, ExistingColumn> found) throws IOException {
    ExistingColumn slice = found.get(SliceNames.SLICE_COLUMN);
    if (slice == null || !slice.isWritable() || !slice.type().isOf(ColumnForm.TEXT)) {
      throw new IOException(
          "the table %s has no column %s of texts to write to. Undo what others have changed of it."
              .formatted(QuotedName.of(table.name()), QuotedName.of(SliceNames.SLICE_COLUMN)));
    }
  }

  private void requireNoOtherNeeds(Map<String, ExistingColumn> found) throws IOException {
    Set<String> own = new HashSet<>(forms.keySet());
    own.add(SliceNames.SLICE_COLUMN);
    for (ExistingColumn column : found.values()) {
      if (column.needsValue() && !own.contains(column.name())) {
        throw new IOException(
            "the column %s of the table %s needs a value, and the history has none. Give it a default, or drop it."
                .formatted(QuotedName.of(column.name()), QuotedName.of(table.name())));
      }
    }
  }

  /** What is to be changed of the table for a column. */
  private Optional<String> change(String name, ColumnForm form, Optional<ExistingColumn> existing)
      throws IOException {
    String quoted = QuotedName.of(name);
    if (existing.isEmpty()) {
      return Optional.of("ADD COLUMN %s pg_catalog.%s".formatted(quoted, form.typeName()));
    }
    if (!existing.get().isWritable()) {
      throw new IOException(
          "the table %s takes no values for its column %s. Ask for the right INSERT, or undo that the table makes them by itself."
              .formatted(QuotedName.of(table.name()), quoted));
    }
    ExistingType type = existing.get().type();
    if (type.isOf(form)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(ColumnForm.values())
            .filter(type::isOf)
            .findFirst()
            .flatMap(found -> FormChange.expression(found, form, quoted))
            .map(
                value ->
                    "ALTER COLUMN %s TYPE pg_catalog.%s USING %s"
                        .formatted(quoted, form.typeName(), value))
            .orElseThrow(() -> mismatch(name, type.declared(), form)));
  }

  private IOException mismatch(String name, String declared, ColumnForm form) {
    return new IOException(
        "the column %s of the table %s is %s, and cannot become %s. Change its type, or give it another name."
            .formatted(
                QuotedName.of(name), QuotedName.of(table.name()), declared, form.declaration()));
  }
}
