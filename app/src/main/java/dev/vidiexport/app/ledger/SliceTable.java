package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceChange;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is noted in the tables of slices and of changes, within a transaction. */
final class SliceTable {
  /** Where a row is, in the order of {@link Place#values}. */
  static final String PLACE = "export, first_day, length, first_source, sources";

  static final String AT_PLACE =
      " WHERE export = ? AND first_day = ? AND length = ? AND first_source = ? AND sources = ?";

  private static final String SET_ANSWER =
      Stream.of(StoredSlice.ANSWER.split(", "))
          .map(column -> column + " = ?")
          .collect(Collectors.joining(", "));

  private final LedgerConnection connection;
  private final StoredNumbers numbers;

  SliceTable(LedgerConnection connection, StoredNumbers numbers) {
    this.connection = connection;
    this.numbers = numbers;
  }

  /**
   * Where the row of a slice is.
   *
   * @param isNew whether there was none before
   */
  record Place(
      SliceKey key,
      long export,
      long firstDay,
      int length,
      long firstSource,
      long sources,
      boolean isNew) {
    @Nullable Object[] values() {
      return new @Nullable Object[] {export, firstDay, length, firstSource, sources};
    }
  }

  /** The row of a slice, which is made where there is none. */
  Place known(SliceKey key) throws SQLException {
    Place place =
        new Place(
            key,
            numbers.ofExport(key.export()),
            key.window().firstDay().toEpochDay(),
            StoredNumbers.ofLength(key.window().length()),
            key.sources().id(0),
            numbers.ofSources(key.sources()),
            true);
    int made =
        connection.update(
            "INSERT INTO slice (" + PLACE + ") VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            place.values());
    return new Place(
        key,
        place.export(),
        place.firstDay(),
        place.length(),
        place.firstSource(),
        place.sources(),
        made > 0);
  }

  boolean hasAnswer(Place place) throws SQLException {
    return connection.number("SELECT revision FROM slice" + AT_PLACE, place.values()) > 0;
  }

  void remove(Place place) throws SQLException {
    connection.update("DELETE FROM slice" + AT_PLACE, place.values());
  }

  void ask(Place place, Instant at) throws SQLException {
    connection.update(
        "UPDATE slice SET retired = 0, under_way = 1, attempts = attempts + 1, asked_at = ?"
            + AT_PLACE,
        joined(new @Nullable Object[] {at.getEpochSecond()}, place.values()));
  }

  void fail(Place place, SliceFailure failure) throws SQLException {
    connection.update(
        "UPDATE slice SET retired = 0, under_way = 0, failed_at = ?, failure_kind = ?,"
            + " failure_message = ?, refusals = ?, asked_with = ?"
            + AT_PLACE,
        joined(
            new @Nullable Object[] {
              failure.at().getEpochSecond(),
              numbers.ofWord(failure.kind().name()),
              failure.message(),
              failure.refusals(),
              numbers.ofWord(failure.askedWith())
            },
            place.values()));
  }

  /** Rows that stay keep the time at which they were published; without rows there is none. */
  void answer(Place place, SliceAnswer answer, SliceChange change, Instant at) throws SQLException {
    @Nullable Object[] values = StoredSlice.values(place.key(), answer, numbers);
    connection.update(
        "INSERT INTO change (at, export, first_day, length, sources, change, extension, revision,"
            + " rows, bytes)"
            + " SELECT ?, export, first_day, length, sources, ?, coalesce(?, extension), ?, ?, ?"
            + " FROM slice"
            + AT_PLACE,
        joined(
            new @Nullable Object[] {
              at.getEpochSecond(),
              numbers.ofWord(change.word()),
              values[1],
              answer.revision(),
              answer.rows(),
              values[2]
            },
            place.values()));
    connection.update(
        "UPDATE slice SET retired = 0, under_way = 0, failed_at = NULL, failure_kind = NULL,"
            + " failure_message = NULL, refusals = NULL, asked_with = NULL,"
            + (change == SliceChange.UNCHANGED ? "" : " published_at = ?,")
            + " "
            + SET_ANSWER
            + AT_PLACE,
        joined(
            change == SliceChange.UNCHANGED
                ? new @Nullable Object[0]
                : new @Nullable Object[] {answer.hasRows() ? at.getEpochSecond() : null},
            joined(values, place.values())));
  }

  /** What had an answer has none any more; its next one has the next revision. */
  void lose(Place place) throws SQLException {
    connection.update(
        "UPDATE slice SET lost_revision = revision, published_at = NULL,"
            + " "
            + Stream.of(StoredSlice.ANSWER.split(", "))
                .map(column -> column + " = NULL")
                .collect(Collectors.joining(", "))
            + AT_PLACE,
        place.values());
  }

  /** Its file was written with settings that no export has. */
  void writeAgain(Place place) throws SQLException {
    connection.update(
        "UPDATE slice SET written_with = ?" + AT_PLACE,
        joined(new @Nullable Object[] {numbers.ofWord("")}, place.values()));
  }

  /** Most often nothing retires, and nothing is written. */
  void retire(String export, List<SliceKey> retired) throws SQLException {
    Set<SliceKey> back = retiredBefore(export);
    for (SliceKey key : retired) {
      if (!back.remove(key)) {
        Place place = known(key);
        if (place.isNew()) {
          throw new IllegalStateException("Only what is known retires, but not " + key);
        }
        setRetired(place, 1);
      }
    }
    for (SliceKey key : back) {
      setRetired(known(key), 0);
    }
  }

  private Set<SliceKey> retiredBefore(String export) throws SQLException {
    Set<SliceKey> before = new HashSet<>();
    StoredSlice slices = new StoredSlice(export, numbers);
    try (ResultSet found =
        connection.query(
            "SELECT " + StoredSlice.KEY + " FROM slice WHERE export = ? AND retired = 1",
            numbers.findExport(export))) {
      while (found.next()) {
        before.add(slices.key(found));
      }
    }
    return before;
  }

  private void setRetired(Place place, int retired) throws SQLException {
    connection.update(
        "UPDATE slice SET retired = ?" + AT_PLACE,
        joined(new @Nullable Object[] {retired}, place.values()));
  }

  static @Nullable Object[] joined(@Nullable Object[] first, @Nullable Object[] second) {
    @Nullable Object[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
