package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.Topology;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a ledger knows, read from its tables. */
final class SqliteLedgerReader implements LedgerReader {
  private final LedgerConnection connection;
  private final StoredNumbers numbers;

  SqliteLedgerReader(LedgerConnection connection) {
    this(connection, new StoredNumbers(connection));
  }

  SqliteLedgerReader(LedgerConnection connection, StoredNumbers numbers) {
    this.connection = connection;
    this.numbers = numbers;
  }

  @Override
  public Optional<String> id() {
    return connection.read(() -> Optional.of(LedgerId.of(connection)));
  }

  @Override
  public Optional<String> host() {
    return connection.read(
        () -> {
          try (ResultSet found = connection.query("SELECT host FROM run ORDER BY number LIMIT 1")) {
            return found.next() ? Optional.of(found.getString(1)) : Optional.<String>empty();
          }
        });
  }

  @Override
  public Optional<Instant> lastRun() {
    return connection.read(
        () -> {
          try (ResultSet found =
              connection.query("SELECT began_at FROM run ORDER BY number DESC LIMIT 1")) {
            return found.next()
                ? Optional.of(Instant.ofEpochSecond(found.getLong(1)))
                : Optional.<Instant>empty();
          }
        });
  }

  @Override
  public List<LedgerExport> exports() {
    return connection.read(
        () -> {
          List<LedgerExport> exports = new ArrayList<>();
          for (String name : names()) {
            exports.add(StoredExport.known(connection, numbers, name));
          }
          return exports;
        });
  }

  private List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found = connection.query("SELECT name FROM export ORDER BY name")) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    }
    return names;
  }

  @Override
  public void slices(String export, Consumer<SliceRecord> visitor) {
    connection.read(
        () -> {
          show(export, "", "", visitor);
          return true;
        });
  }

  /** Values of the condition come last. */
  private void show(
      String export,
      String condition,
      String limit,
      Consumer<SliceRecord> visitor,
      @Nullable Object... values)
      throws SQLException {
    StoredSlice slices = new StoredSlice(export, numbers);
    try (ResultSet found =
        connection.query(
            "SELECT %s, %s, %s FROM slice WHERE export = ?"
                    .formatted(StoredSlice.KEY, StoredSlice.ANSWER, StoredSlice.REST)
                + condition
                + " ORDER BY export, first_day, length, first_source, sources"
                + limit,
            SliceTable.joined(new @Nullable Object[] {numbers.findExport(export)}, values))) {
      while (found.next()) {
        visitor.accept(slices.record(found));
      }
    }
  }

  @Override
  public Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return connection.read(
        () -> {
          try (ResultSet found =
              connection.query(
                  "SELECT first_day, length FROM slice WHERE export = ?"
                      + " AND (first_day, length) > (?, ?)"
                      + " ORDER BY export, first_day, length LIMIT 1",
                  numbers.findExport(export),
                  last.map(window -> window.firstDay().toEpochDay()).orElse(Long.MIN_VALUE),
                  last.map(window -> StoredNumbers.ofLength(window.length())).orElse(0))) {
            return found.next()
                ? Optional.of(StoredSlice.window(found.getLong(1), found.getInt(2)))
                : Optional.<TimeWindow>empty();
          }
        });
  }

  @Override
  public List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return connection.read(
        () -> {
          List<SliceRecord> records = new ArrayList<>();
          show(
              export,
              " AND first_day = ? AND length = ?",
              "",
              records::add,
              window.firstDay().toEpochDay(),
              StoredNumbers.ofLength(window.length()));
          return records;
        });
  }

  @Override
  public List<Ledger.Publication> publications() {
    return connection.read(() -> new PublicationTable(connection, numbers).all());
  }

  @Override
  public Optional<SliceFacts> facts(SliceKey key) {
    return connection.read(() -> coverage().facts(key));
  }

  private StoredCoverage coverage() {
    return new StoredCoverage(connection, numbers);
  }

  @Override
  public Optional<Instant> askedAt(SliceKey key) {
    return connection.read(
        () -> {
          try (ResultSet found =
              connection.query(
                  "SELECT asked_at FROM slice WHERE export = ? AND first_day = ? AND length = ?"
                      + " AND sources = ? AND asked_at IS NOT NULL",
                  numbers.findExport(key.export()),
                  key.window().firstDay().toEpochDay(),
                  StoredNumbers.ofLength(key.window().length()),
                  numbers.findSources(key.sources()))) {
            return found.next()
                ? Optional.of(Instant.ofEpochSecond(found.getLong(1)))
                : Optional.<Instant>empty();
          }
        });
  }

  @Override
  public List<SliceRecord> withoutFacts(String export, int most) {
    List<SliceRecord> found = new ArrayList<>();
    connection.read(
        () -> {
          show(
              export,
              " AND revision IS NOT NULL AND metric_sums IS NULL",
              " LIMIT " + most,
              found::add);
          return true;
        });
    return found;
  }

  @Override
  public void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {
    connection.read(
        () -> {
          coverage().totals(export, start, end, visitor);
          return true;
        });
  }

  @Override
  public List<ColumnSpan> columnSpans(String export) {
    return connection.read(() -> coverage().spans(export));
  }

  @Override
  public Optional<RowSpan> rowSpan(String export) {
    return connection.read(() -> coverage().rowSpan(export));
  }

  @Override
  public void uploads(Consumer<SeenUpload> visitor) {
    connection.read(
        () -> {
          new StoredTopology(connection).uploads(visitor);
          return true;
        });
  }

  @Override
  public Set<String> told(String export) {
    return connection.read(
        () -> {
          Set<String> told = new TreeSet<>();
          try (ResultSet found =
              connection.query(
                  "SELECT fact FROM told WHERE export = ?", numbers.findExport(export))) {
            while (found.next()) {
              told.add(found.getString(1));
            }
          }
          return told;
        });
  }

  @Override
  public Optional<Topology> topology() {
    return connection.read(() -> new StoredTopology(connection).seenLast());
  }

  @Override
  public void topologyChanges(Consumer<SeenObject> visitor) {
    connection.read(
        () -> {
          new StoredSightings(connection).changes(visitor);
          return true;
        });
  }

  @Override
  public void absences(Consumer<Absence> visitor) {
    connection.read(
        () -> {
          new StoredSightings(connection).absences(visitor);
          return true;
        });
  }

  @Override
  public void close() {
    connection.close();
  }
}
