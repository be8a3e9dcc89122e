package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.postgresql.ExistingColumns.ExistingColumn;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceRows;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a slice, some at a time, so that memory does not grow with them. */
final class PostgresqlSliceRows implements SliceRows {
  /** Texts may be long. */
  private static final int ROWS_AT_A_TIME = 256;

  private static final String NOT_READ = "the rows could not be read";

  private final SliceSnapshot snapshot;
  private final CommittedSlice committed;
  private final List<StoredColumn> columns;
  private final PreparedStatement query;
  private final ResultSet found;

  private PostgresqlSliceRows(
      SliceSnapshot snapshot,
      CommittedSlice committed,
      List<StoredColumn> columns,
      PreparedStatement query,
      ResultSet found) {
    this.snapshot = snapshot;
    this.committed = committed;
    this.columns = columns;
    this.query = query;
    this.found = found;
  }

  static PostgresqlSliceRows open(SliceSnapshot snapshot, Slice slice, List<SliceColumn> columns)
      throws IOException {
    return snapshot.connection().get(NOT_READ, () -> opened(snapshot, slice, columns));
  }

  private static PostgresqlSliceRows opened(
      SliceSnapshot snapshot, Slice slice, List<SliceColumn> columns)
      throws IOException, SQLException {
    String name = snapshot.standing().table().name();
    CommittedSlice committed =
        snapshot
            .committed(slice)
            .orElseThrow(
                () ->
                    new IOException(
                        "nothing of the slice %s is committed in the table %s"
                            .formatted(slice.id(), QuotedName.of(name))));
    ExistingTable existing =
        snapshot
            .standing()
            .existing()
            .orElseThrow(
                () ->
                    new IOException(
                        "the table %s has been removed".formatted(QuotedName.of(name))));
    List<StoredColumn> stored =
        stored(
            ExistingColumns.read(snapshot.connection().sql(), existing.identity()).columns(),
            columns);
    PreparedStatement query =
        snapshot.connection().sql().prepareStatement(selection(snapshot, stored));
    query.setFetchSize(ROWS_AT_A_TIME);
    query.setString(1, slice.id());
    return new PostgresqlSliceRows(snapshot, committed, stored, query, query.executeQuery());
  }

  private static List<StoredColumn> stored(
      Map<String, ExistingColumn> existing, List<SliceColumn> columns) {
    List<String> names = SliceNames.wantedForColumns(columns);
    List<StoredColumn> stored = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      ExistingColumn found = existing.get(names.get(index));
      if (found != null) {
        stored.add(new StoredColumn(columns.get(index), found));
      }
    }
    return stored;
  }

  private static String selection(SliceSnapshot snapshot, List<StoredColumn> stored) {
    return "SELECT %s FROM %s WHERE %s = ?"
        .formatted(
            stored.isEmpty()
                ? "NULL"
                : stored.stream().map(StoredColumn::expression).collect(Collectors.joining(", ")),
            snapshot.standing().table().quoted(),
            QuotedName.of(SliceNames.SLICE_COLUMN));
  }

  @Override
  public CommittedSlice committed() {
    return committed;
  }

  @Override
  public List<SliceColumn> columns() {
    return columns.stream().map(StoredColumn::column).toList();
  }

  @Override
  public boolean fill(RowFiller filler) throws IOException {
    return snapshot
        .connection()
        .get(
            NOT_READ,
            () -> {
              boolean isAny = false;
              while (!filler.isFull() && found.next()) {
                putRow(filler);
                isAny = true;
              }
              return isAny;
            });
  }

  private void putRow(RowFiller filler) throws IOException, SQLException {
    for (int place = 0; place < columns.size(); place++) {
      String stored = found.getString(place + 1);
      if (stored != null) {
        columns.get(place).put(stored, filler, place);
      }
    }
    filler.endRow();
  }

  @Override
  public void close() {
    try {
      query.close();
    } catch (SQLException lost) {
      // There is nothing left to be freed, and the connection is tried before it is used again.
    }
    snapshot.close();
  }
}
