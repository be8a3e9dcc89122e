package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger.Publication;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is noted in the table of publications, within a transaction. */
final class PublicationTable {
  private static final int FIRST_OF_ANSWER = 4;
  private static final String ROW =
      "SELECT %s, %s, number, (SELECT name FROM export AS e WHERE e.number = p.export)"
              .formatted(StoredSlice.KEY, StoredSlice.ANSWER)
          + " FROM publication AS p";

  private final LedgerConnection connection;
  private final StoredNumbers numbers;
  private final FactTable facts;

  PublicationTable(LedgerConnection connection, StoredNumbers numbers) {
    this.connection = connection;
    this.numbers = numbers;
    this.facts = new FactTable(connection);
  }

  /**
   * What was announced.
   *
   * @param export its settings and columns once the file is there
   */
  record Announced(SliceAnswer answer, LedgerExport export) {}

  private record Numbered(SliceKey key, SliceAnswer answer, long number) {}

  void announce(SliceTable.Place place, SliceAnswer answer, LedgerExport export, SliceFacts kept)
      throws SQLException {
    drop(place);
    connection.update(
        "INSERT INTO publication (%s, %s) VALUES (%s)"
            .formatted(SliceTable.PLACE, StoredSlice.ANSWER, "?, ".repeat(16) + "?"),
        SliceTable.joined(place.values(), StoredSlice.values(place.key(), answer, numbers)));
    long number = number(place);
    StoredExport.announce(connection, export, number);
    facts.announce(number, kept);
  }

  boolean has(SliceTable.Place place) throws SQLException {
    return number(place) > 0;
  }

  private long number(SliceTable.Place place) throws SQLException {
    return connection.number(
        "SELECT number FROM publication" + SliceTable.AT_PLACE, place.values());
  }

  void drop(SliceTable.Place place) throws SQLException {
    connection.update("DELETE FROM publication" + SliceTable.AT_PLACE, place.values());
  }

  /**
   * What was announced for a slice, and is so no more.
   *
   * @param counts whether what was announced of its rows is kept for the slice
   */
  Announced take(SliceTable.Place place, boolean counts) throws SQLException {
    @Nullable Numbered numbered = null;
    try (ResultSet found = connection.query(ROW + SliceTable.AT_PLACE, place.values())) {
      if (found.next()) {
        numbered = numbered(found);
      }
    }
    if (numbered == null) {
      throw new IllegalStateException("Nothing was announced for " + place.key());
    }
    LedgerExport export =
        StoredExport.announced(connection, place.key().export(), numbered.number());
    if (counts) {
      facts.publish(place, numbered.number());
    }
    drop(place);
    return new Announced(numbered.answer(), export);
  }

  /** All that is announced, in its order. */
  List<Publication> all() throws SQLException {
    List<Numbered> announced = new ArrayList<>();
    try (ResultSet found = connection.query(ROW + " ORDER BY number")) {
      while (found.next()) {
        announced.add(numbered(found));
      }
    }
    List<Publication> publications = new ArrayList<>();
    for (Numbered some : announced) {
      publications.add(
          new Publication(some.key(), some.answer(), earlier(some.key(), some.number())));
    }
    return publications;
  }

  private Numbered numbered(ResultSet row) throws SQLException {
    StoredSlice slices = new StoredSlice(row.getString(17), numbers);
    SliceKey key = slices.key(row);
    return new Numbered(key, slices.answer(row, FIRST_OF_ANSWER).orElseThrow(), row.getLong(16));
  }

  /** The answer that the slice of a publication has. */
  private Optional<SliceAnswer> earlier(SliceKey key, long publication) throws SQLException {
    StoredSlice slices = new StoredSlice(key.export(), numbers);
    try (ResultSet found =
        connection.query(
            "SELECT %s, %s FROM slice".formatted(StoredSlice.KEY, StoredSlice.ANSWER)
                + " WHERE (export, first_day, length, first_source, sources) = (SELECT export,"
                + " first_day, length, first_source, sources FROM publication WHERE number = ?)",
            publication)) {
      if (!found.next()) {
        return Optional.empty();
      }
      slices.key(found);
      return slices.answer(found, FIRST_OF_ANSWER);
    }
  }
}
