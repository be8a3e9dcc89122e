package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.StandingSlice;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads slices of a SQLite file, which it opens anew for each question. */
final class SqliteSliceReader implements SliceReader {
  /**
   * From one id to the next through the index, without the rows between them. What is no text is no
   * id, and stands behind all texts.
   */
  private static final String IDS =
      "WITH RECURSIVE ids(id) AS (SELECT min(%1$s) FROM %2$s WHERE %1$s %3$s ? AND %1$s < x''"
          + " UNION ALL SELECT (SELECT min(%1$s) FROM %2$s WHERE %1$s > ids.id AND %1$s < x'')"
          + " FROM ids WHERE ids.id IS NOT NULL)"
          + " SELECT id FROM ids WHERE id IS NOT NULL LIMIT ?";

  private final DatabaseFile file;
  private final String ledger;

  SqliteSliceReader(DatabaseFile file, String ledger) {
    this.file = file;
    this.ledger = ledger;
  }

  /** What is asked of a table that is this history's. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(HistoryTable table) throws IOException, SQLException;
  }

  /** Refuses tables that are somebody else's. */
  void requireOurs(List<SliceTable> tables) throws IOException {
    for (SliceTable table : tables) {
      ask(table, HistoryTable::isThere);
    }
  }

  private <T> Optional<T> ask(SliceTable table, Question<T> question) throws IOException {
    Optional<FileLook> looked = FileLook.open(file);
    if (looked.isEmpty()) {
      return Optional.empty();
    }
    try (FileLook look = looked.get()) {
      return Optional.of(look.get(connection -> question.ask(ours(connection, table))));
    }
  }

  private HistoryTable ours(Connection connection, SliceTable table)
      throws IOException, SQLException {
    HistoryTable its =
        new HistoryTable(new SchemaContent(connection, SqliteTransaction.MAIN), table.name());
    its.requireOurs(Optional.of(ledger));
    return its;
  }

  @Override
  public StandingSlice look(SliceTable table, Slice slice) throws IOException {
    return ask(
            table,
            its ->
                new StandingSlice(
                    new SliceRecords(its.content()).find(ledger, table.name(), slice),
                    its.isThere() ? its.count(slice.id()) : 0))
        .orElse(new StandingSlice(Optional.empty(), 0));
  }

  @Override
  public List<String> idsAfter(SliceTable table, Optional<String> last, int most)
      throws IOException {
    return ask(table, its -> its.isThere() ? ids(its, last, most) : List.<String>of())
        .orElse(List.of());
  }

  private static List<String> ids(HistoryTable table, Optional<String> last, int most)
      throws SQLException {
    String sql = IDS.formatted(WrittenColumn.SLICE, table.quoted(), last.isPresent() ? ">" : ">=");
    try (PreparedStatement query = table.content().connection().prepareStatement(sql)) {
      query.setString(1, last.orElse(""));
      query.setInt(2, most);
      List<String> ids = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          ids.add(found.getString(1));
        }
      }
      return ids;
    }
  }

  @Override
  public SliceRows rows(SliceTable table, Slice slice, List<SliceColumn> columns)
      throws IOException {
    FileLook look = FileLook.open(file).orElseThrow(() -> nothingCommitted(table, slice));
    try {
      return look.get(
          connection -> {
            HistoryTable its = ours(connection, table);
            CommittedSlice committed =
                new SliceRecords(its.content())
                    .find(ledger, table.name(), slice)
                    .orElseThrow(() -> nothingCommitted(table, slice));
            if (!its.isThere()) {
              throw new IOException("the table %s is not there".formatted(its.quotedName()));
            }
            return SqliteSliceRows.open(look, its, committed, columns);
          });
    } catch (IOException | RuntimeException | Error failure) {
      look.close();
      throw failure;
    }
  }

  private static IOException nothingCommitted(SliceTable table, Slice slice) {
    return new IOException(
        "the table \"%s\" has nothing committed of the slice %s"
            .formatted(table.name(), slice.id()));
  }

  @Override
  public void close() {
    // Nothing is held between two questions.
  }
}
