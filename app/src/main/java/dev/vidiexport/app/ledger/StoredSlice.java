package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes slices of rows. Windows of the row before are used again: rows come by windows. For one
 * thread at a time.
 */
final class StoredSlice {
  /** What tells which slice it is, in a row of any table that has slices. */
  static final String KEY = "first_day, length, sources";

  /** What is known of an answer, behind the key. */
  static final String ANSWER =
      "revision, extension, bytes, sha256, rows, dropped_rows, fingerprint, creation_date,"
          + " built_at, answer_asked_at, written_with, changed_by_upload";

  /** What else is known of a slice, behind the answer. */
  static final String REST =
      "retired, under_way, lost_revision, attempts, failed_at, failure_kind, failure_message,"
          + " refusals, asked_with";

  private static final int KEY_COLUMNS = 3;
  private static final int ANSWER_COLUMNS = 12;

  private final String export;
  private final StoredNumbers numbers;
  private @Nullable TimeWindow lastWindow;

  StoredSlice(String export, StoredNumbers numbers) {
    this.export = export;
    this.numbers = numbers;
  }

  /** The slice of a row of {@code KEY, ANSWER, REST}. */
  SliceRecord record(ResultSet row) throws SQLException {
    SliceKey key = key(row);
    Optional<SliceAnswer> answer = answer(row, KEY_COLUMNS + 1);
    int rest = KEY_COLUMNS + ANSWER_COLUMNS + 1;
    Optional<SliceFailure> failure = failure(row, rest + 4);
    return new SliceRecord(
        key,
        SliceState.of(row.getInt(rest) == 1, answer, failure),
        answer,
        failure,
        row.getInt(rest + 1) == 1,
        row.getInt(rest + 2),
        row.getInt(rest + 3));
  }

  /** The key of a row that begins with {@code KEY}. */
  SliceKey key(ResultSet row) throws SQLException {
    return new SliceKey(
        export,
        windowOf(row.getLong(1), row.getInt(2)),
        numbers.sources(row.getLong(KEY_COLUMNS)).set());
  }

  private TimeWindow windowOf(long firstDay, int length) throws SQLException {
    TimeWindow last = lastWindow;
    if (last == null
        || last.firstDay().toEpochDay() != firstDay
        || StoredNumbers.ofLength(last.length()) != length) {
      last = window(firstDay, length);
      lastWindow = last;
    }
    return last;
  }

  /** The window of a row. */
  static TimeWindow window(long firstDay, int length) throws SQLException {
    try {
      return new TimeWindow(StoredNumbers.length(length), LocalDate.ofEpochDay(firstDay));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException unreadable) {
      throw LedgerConnection.damaged(unreadable);
    }
  }

  /**
   * The answer of a row that begins with {@code KEY}; empty where it has none.
   *
   * @param first the number of the first column of {@code ANSWER}
   */
  Optional<SliceAnswer> answer(ResultSet row, int first) throws SQLException {
    int revision = row.getInt(first);
    if (revision == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SliceAnswer(
              file(row, first + 1),
              row.getLong(first + 4),
              row.getLong(first + 5),
              HexFormat.of().formatHex(row.getBytes(first + 6)),
              revision,
              Optional.ofNullable(row.getString(first + 7)),
              moment(row, first + 8),
              moment(row, first + 9),
              numbers.word(row.getLong(first + 10)),
              row.getInt(first + 11) == 1));
    } catch (IllegalArgumentException | NullPointerException unreadable) {
      throw LedgerConnection.damaged(unreadable);
    }
  }

  /** Its path is that of {@link SliceKey#file}, whose digits would have to be reckoned anew. */
  private Optional<PublishedFile> file(ResultSet row, int first) throws SQLException {
    long extension = row.getLong(first);
    if (extension == 0) {
      return Optional.empty();
    }
    TimeWindow window = Objects.requireNonNull(lastWindow);
    String label = window.label();
    String path =
        export
            + '/'
            + window.length().partition()
            + '='
            + label
            + '/'
            + export
            + '-'
            + label
            + '-'
            + numbers.sources(row.getLong(KEY_COLUMNS)).digits()
            + '.'
            + numbers.word(extension);
    return Optional.of(
        new PublishedFile(
            path, row.getLong(first + 1), HexFormat.of().formatHex(row.getBytes(first + 2))));
  }

  private Optional<SliceFailure> failure(ResultSet row, int first) throws SQLException {
    long failedAt = row.getLong(first);
    if (failedAt == 0 && row.wasNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SliceFailure(
              FailureKind.valueOf(numbers.word(row.getLong(first + 1))),
              row.getString(first + 2),
              Instant.ofEpochSecond(failedAt),
              row.getInt(first + 3),
              numbers.word(row.getLong(first + 4))));
    } catch (IllegalArgumentException | NullPointerException unreadable) {
      throw LedgerConnection.damaged(unreadable);
    }
  }

  private static Instant moment(ResultSet row, int column) throws SQLException {
    return Instant.ofEpochSecond(row.getLong(column));
  }

  /** The values of an answer, in the order of {@code ANSWER}. */
  static @Nullable Object[] values(SliceKey key, SliceAnswer answer, StoredNumbers numbers)
      throws SQLException {
    Optional<PublishedFile> file = answer.file();
    return new @Nullable Object[] {
      answer.revision(),
      file.isPresent() ? numbers.ofWord(extension(key, file.get())) : null,
      file.map(PublishedFile::bytes).orElse(null),
      file.map(some -> HexFormat.of().parseHex(some.sha256())).orElse(null),
      answer.rows(),
      answer.droppedRows(),
      HexFormat.of().parseHex(answer.fingerprint()),
      answer.creationDate().orElse(null),
      answer.builtAt().getEpochSecond(),
      answer.askedAt().getEpochSecond(),
      numbers.ofWord(answer.writtenWith()),
      answer.changedByUpload() ? 1 : 0
    };
  }

  /** What the layout leaves open of a path. */
  private static String extension(SliceKey key, PublishedFile file) {
    String begin = key.file("");
    if (!file.path().startsWith(begin)) {
      throw new IllegalStateException(
          "The file of %s must be %s and an extension, but was %s"
              .formatted(key, begin, file.path()));
    }
    return file.path().substring(begin.length());
  }
}
