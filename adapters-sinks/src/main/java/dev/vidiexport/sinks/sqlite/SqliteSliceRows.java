package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceRows;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a slice, one after the other, in the look that was opened for them. */
final class SqliteSliceRows implements SliceRows {
  private final FileLook look;
  private final CommittedSlice committed;
  private final List<SliceColumn> columns;
  private final List<StoredColumn> stored;
  private final ResultSet rows;
  private boolean ended;

  private SqliteSliceRows(
      FileLook look, CommittedSlice committed, List<StoredColumn> stored, ResultSet rows) {
    this.look = look;
    this.committed = committed;
    this.columns = stored.stream().map(column -> column.written().column()).toList();
    this.stored = stored;
    this.rows = rows;
  }

  static SqliteSliceRows open(
      FileLook look, HistoryTable table, CommittedSlice committed, List<SliceColumn> columns)
      throws IOException, SQLException {
    Map<String, String> types = table.content().declaredTypes(table.name());
    List<StoredColumn> stored = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (WrittenColumn column : WrittenColumn.of(columns)) {
      Optional<String> declared = Optional.ofNullable(types.get(column.folded()));
      if (declared.isPresent()) {
        StoredColumn its = new StoredColumn(table.quotedName(), column);
        values.add(its.valueOf(declared.get()));
        stored.add(its);
      }
    }
    values.add("1");
    PreparedStatement query =
        table
            .content()
            .connection()
            .prepareStatement(
                "SELECT %s FROM %s AS its WHERE its.%s = ?"
                    .formatted(String.join(", ", values), table.quoted(), WrittenColumn.SLICE));
    try {
      query.closeOnCompletion();
      query.setString(1, committed.slice().id());
      return new SqliteSliceRows(look, committed, stored, query.executeQuery());
    } catch (SQLException failure) {
      query.close();
      throw failure;
    }
  }

  @Override
  public CommittedSlice committed() {
    return committed;
  }

  @Override
  public List<SliceColumn> columns() {
    return columns;
  }

  @Override
  public boolean fill(RowFiller filler) throws IOException {
    return look.get(
        connection -> {
          boolean any = false;
          while (!ended && !filler.isFull()) {
            if (rows.next()) {
              put(filler);
              any = true;
            } else {
              ended = true;
            }
          }
          return any;
        });
  }

  private void put(RowFiller filler) throws IOException, SQLException {
    for (int place = 0; place < stored.size(); place++) {
      Object value = rows.getObject(place + 1);
      if (value != null) {
        stored.get(place).put(value, place, filler);
      }
    }
    filler.endRow();
  }

  @Override
  public void close() {
    ended = true;
    look.close();
  }
}
