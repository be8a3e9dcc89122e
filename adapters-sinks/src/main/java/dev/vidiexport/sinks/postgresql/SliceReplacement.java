package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceTable;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts rows in the place of those of a slice, inside the transaction of a connection, up to its
 * COMMIT.
 *
 * <p>The fence of the table is entered before anything is written. So whoever finds nobody within
 * it knows that no COMMIT of such a transaction is on its way any more.
 *
 * @param connection what does it
 * @param table the table
 * @param ledger the history's
 * @param slice what is to be known of the slice afterwards
 */
record SliceReplacement(
    ServerConnection connection, SliceTable table, String ledger, CommittedSlice slice) {
  private static final String NOT_READY = "the table could not be made ready";

  /**
   * Puts the rows of a table of this transaction in their place.
   *
   * @param rows that table
   * @param columns all columns of the history, in the order of their numbers
   */
  void put(SliceRowTable rows, List<SliceColumn> columns) throws IOException {
    TableStanding standing = begin();
    HistoryTable target = standing.table();
    HistoryColumns ready = HistoryColumns.of(target, columns);
    connection.run(
        NOT_READY,
        () -> {
          if (standing.existing().isPresent()) {
            ServerSession.takeUsersNames(connection.sql());
            ready.complete(connection, standing.existing().get());
            remove(standing.existing().get(), target);
          } else {
            ready.make(connection);
            ServerSession.takeUsersNames(connection.sql());
          }
        });
    long kept = connection.writing(() -> insert(rows, ready));
    if (kept != slice.rows()) {
      throw new IOException(
          "the table %s took %s of the %s rows of the slice %s, which was left as it was. Look for what others have added to the table that keeps rows from it, drop that, and run it again."
              .formatted(QuotedName.of(table.name()), kept, slice.rows(), slice.slice().id()));
    }
  }

  /** Removes the rows. */
  void remove() throws IOException {
    TableStanding standing = begin();
    if (standing.existing().isPresent()) {
      connection.run(NOT_READY, () -> remove(standing.existing().get(), standing.table()));
    }
  }

  /**
   * Looks at the table, and writes what is to be known of the slice. In this order: with that the
   * table of somebody else would look like ours.
   */
  private TableStanding begin() throws IOException {
    return connection.get(
        NOT_READY,
        () -> {
          TableStanding first = find();
          new RowFence(first.table()).enter(connection);
          if (!first.table().records().keep(connection, table.name(), ledger, slice)) {
            throw new IOException(
                "the slice %s of the table %s belongs to another history. %s"
                    .formatted(
                        slice.slice().id(),
                        QuotedName.of(table.name()),
                        TableUse.HISTORY.otherTableSentence()));
          }
          if (first.existing().isEmpty()) {
            // Where somebody has made it meanwhile, making it fails.
            return first;
          }
          connection.execute(
              first.existing().get().kind().lock(first.table().quoted(), "ROW EXCLUSIVE"));
          // What was found may be another when nobody else can change it any more.
          TableStanding second = find();
          if (second.existing().isEmpty()) {
            throw new IOException(
                "the table %s has just been removed. Run it again."
                    .formatted(QuotedName.of(table.name())));
          }
          return second;
        });
  }

  private TableStanding find() throws IOException, SQLException {
    TableStanding standing = TableStanding.find(connection, table, Optional.of(ledger));
    standing.requireWritable();
    return standing;
  }

  /** Names may be the user's own by now. */
  private void remove(ExistingTable existing, HistoryTable target) throws SQLException {
    try (PreparedStatement update =
        connection
            .sql()
            .prepareStatement(
                "%s WHERE %s OPERATOR(pg_catalog.=) ?"
                    .formatted(
                        existing.kind().deletion(target.quoted()),
                        QuotedName.of(SliceNames.SLICE_COLUMN)))) {
      update.setString(1, slice.slice().id());
      update.executeLargeUpdate();
    }
  }

  private long insert(SliceRowTable rows, HistoryColumns ready) throws IOException, SQLException {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    names.add(QuotedName.of(SliceNames.SLICE_COLUMN));
    values.add("CAST(? AS pg_catalog.text)");
    for (SliceColumn column : rows.columns()) {
      values.add(ready.converted(column, rows.name(names.size())));
      names.add(QuotedName.of(ready.name(column)));
    }
    try (PreparedStatement update =
        connection
            .sql()
            .prepareStatement(
                "INSERT INTO %s (%s) SELECT %s FROM %s"
                    .formatted(
                        ready.table().quoted(),
                        String.join(", ", names),
                        String.join(", ", values),
                        SliceRowTable.NAME))) {
      update.setString(1, slice.slice().id());
      return update.executeLargeUpdate();
    }
  }
}
