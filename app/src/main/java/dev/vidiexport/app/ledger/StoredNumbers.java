package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the rows of a ledger as a number: names of exports, sources, words, and lengths of
 * windows. Keeps each that it has met, of which there are few. For one thread at a time.
 */
final class StoredNumbers {
  /** The number of a length is its place in this list, for ever. */
  private static final List<WindowLength> LENGTHS =
      List.of(WindowLength.DAY, WindowLength.WEEK, WindowLength.MONTH);

  private final LedgerConnection connection;
  private final Map<String, Long> exports = new HashMap<>();
  private final Map<String, Long> words = new HashMap<>();
  private final Map<Long, String> wordsByNumber = new HashMap<>();
  private final Map<SourceSet, Long> sources = new HashMap<>();
  private final Map<Long, StoredSources> sourcesByNumber = new HashMap<>();

  StoredNumbers(LedgerConnection connection) {
    this.connection = connection;
    connection.onRollback(this::forget);
  }

  /** What has been met may be undone, and its number become another's. */
  private void forget() {
    exports.clear();
    words.clear();
    wordsByNumber.clear();
    sources.clear();
    sourcesByNumber.clear();
  }

  /** The number of a length of windows. */
  static int ofLength(WindowLength length) {
    return LENGTHS.indexOf(length);
  }

  /** The length with a number. */
  static WindowLength length(int number) {
    return LENGTHS.get(number);
  }

  /** The number of an export, which gets one where it has none. */
  long ofExport(String name) throws SQLException {
    @Nullable Long known = exports.get(name);
    if (known == null) {
      connection.update("INSERT INTO export (name) VALUES (?) ON CONFLICT DO NOTHING", name);
      known = findExport(name);
      exports.put(name, known);
    }
    return known;
  }

  /** The number of an export; 0 where it has none. */
  long findExport(String name) throws SQLException {
    return connection.number("SELECT number FROM export WHERE name = ?", name);
  }

  /** The number of a word, which gets one where it has none. */
  long ofWord(String text) throws SQLException {
    @Nullable Long known = words.get(text);
    if (known == null) {
      connection.update("INSERT INTO word (text) VALUES (?) ON CONFLICT DO NOTHING", text);
      known = connection.number("SELECT number FROM word WHERE text = ?", text);
      words.put(text, known);
    }
    return known;
  }

  /** The word with a number. */
  String word(long number) throws SQLException {
    @Nullable String known = wordsByNumber.get(number);
    if (known == null) {
      known = text("SELECT text FROM word WHERE number = ?", number);
      wordsByNumber.put(number, known);
    }
    return known;
  }

  private String text(String query, long number) throws SQLException {
    try (ResultSet found = connection.query(query, number)) {
      if (!found.next()) {
        throw LedgerConnection.damaged(new IllegalStateException("There is no number " + number));
      }
      return found.getString(1);
    }
  }

  /** The number of some sources, which get one where they have none. */
  long ofSources(SourceSet set) throws SQLException {
    @Nullable Long known = sources.get(set);
    if (known == null) {
      connection.update(
          "INSERT INTO source_set (text, digits) VALUES (?, ?) ON CONFLICT DO NOTHING",
          set.text(),
          set.fileDigits());
      known = connection.number("SELECT number FROM source_set WHERE text = ?", set.text());
      sources.put(set, known);
    }
    return known;
  }

  /** The number of some sources; 0 where they have none. */
  long findSources(SourceSet set) throws SQLException {
    @Nullable Long known = sources.get(set);
    return known == null
        ? connection.number("SELECT number FROM source_set WHERE text = ?", set.text())
        : known;
  }

  /** The sources with a number: always the same object. */
  StoredSources sources(long number) throws SQLException {
    @Nullable StoredSources known = sourcesByNumber.get(number);
    if (known == null) {
      known = StoredSources.parse(text("SELECT text FROM source_set WHERE number = ?", number));
      sourcesByNumber.put(number, known);
    }
    return known;
  }

  /**
   * Some sources, and what stands for them in the names of files.
   *
   * @param digits those of {@link SourceSet#fileDigits}, which takes long to reckon
   */
  record StoredSources(SourceSet set, String digits) {
    static StoredSources parse(String text) throws SQLException {
      try {
        int equals = text.indexOf('=');
        SourceKind kind =
            Stream.of(SourceKind.values())
                .filter(some -> some.argument().equals(text.substring(0, equals)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown kind in " + text));
        SourceSet set =
            SourceSet.of(
                kind,
                Stream.of(text.substring(equals + 1).split(","))
                    .mapToLong(Long::parseLong)
                    .toArray());
        return new StoredSources(set, set.fileDigits());
      } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
        throw LedgerConnection.damaged(unreadable);
      }
    }
  }
}
