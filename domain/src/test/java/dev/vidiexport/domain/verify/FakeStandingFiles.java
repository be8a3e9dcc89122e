package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.StandingFolders;
import dev.vidiexport.domain.port.StandingSlices;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Files in memory, which can be damaged at any time: each of numbers in one column, with another
 * column that was added.
 */
final class FakeStandingFiles implements StandingSlices, StandingFolders {
  static final NumberedColumn ID =
      new NumberedColumn(1, "location_id", "location_id", ColumnType.WHOLE);
  private static final NumberedColumn ADDED =
      new NumberedColumn(2, "site_id", "site_id", ColumnType.WHOLE, ColumnMeaning.PLAIN, true);
  private static final Schema RECEIVED = Schema.of(ID.inFiles());
  private static final Schema SCHEMA = Schema.of(ADDED.inFiles(), ID.inFiles());

  /** What stands somewhere; the digest is the content, so that any other content has another. */
  private final Map<String, List<Long>> contents = new TreeMap<>();

  private final Set<String> links = new HashSet<>();
  private final Set<String> unreadable = new HashSet<>();
  private final AtomicInteger open = new AtomicInteger();
  private Optional<String> obstacle = Optional.empty();
  private Runnable atLook = () -> {};
  private Runnable atEntries = () -> {};

  void put(String path, Long... rows) {
    contents.put(path, List.of(rows));
  }

  List<Long> content(String path) {
    return contents.getOrDefault(path, List.of());
  }

  void remove(String path) {
    contents.remove(path);
  }

  void link(String path) {
    put(path);
    links.add(path);
  }

  void makeUnreadable(String path) {
    unreadable.add(path);
  }

  void obstacle(String reason) {
    obstacle = Optional.of(reason);
  }

  /** What happens before each look at a file; on the thread that looks. */
  void atLook(Runnable event) {
    atLook = event;
  }

  /** What happens once entries have been shown, and the ledger has not been asked again. */
  void atEntries(Runnable event) {
    atEntries = event;
  }

  /** How many files are open. */
  int open() {
    return open.get();
  }

  static PublishedFile listed(String path, Long... rows) {
    return new PublishedFile(path, 10L * rows.length, List.of(rows).toString());
  }

  static String fingerprint(Long... rows) {
    RowFingerprint fingerprint = new RowFingerprint(RECEIVED, List.of("location_id"));
    if (rows.length > 0) {
      fingerprint.add(batch(RECEIVED, List.of(rows)));
    }
    return fingerprint.hex();
  }

  private static RowBatch batch(Schema schema, List<Long> rows) {
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    for (long row : rows) {
      for (int column = 0; column < schema.size(); column++) {
        batch.putLong(column, schema.column(column).equals(ID.inFiles()) ? row : 77);
      }
      batch.endRow();
    }
    return batch.batch();
  }

  @Override
  public synchronized Standing look(SliceKey key, SliceAnswer answer, LongConsumer read)
      throws IOException {
    PublishedFile listed = answer.file().orElseThrow();
    atLook.run();
    requireReadable(listed.path());
    if (links.contains(listed.path())) {
      return Standing.NO_FILE;
    }
    List<Long> content = contents.get(listed.path());
    if (content == null) {
      return Standing.ABSENT;
    }
    read.accept(listed.bytes());
    return content.toString().equals(listed.sha256()) ? Standing.AS_LISTED : Standing.OTHER;
  }

  private void requireReadable(String path) throws IOException {
    if (unreadable.contains(path)) {
      throw new IOException("%s cannot be read.".formatted(path));
    }
  }

  @Override
  public Optional<String> obstacle(FileFormat format) {
    return obstacle;
  }

  @Override
  public synchronized FileRows rows(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException {
    List<Long> content = contents.get(place(key, listed));
    if (content == null || content.contains(-1L)) {
      throw new IOException("%s is damaged.".formatted(place(key, listed)));
    }
    return open(content);
  }

  /** Rows by themselves, which count as an open file. */
  FileRows open(List<Long> content) {
    open.incrementAndGet();
    return new Rows(content);
  }

  @Override
  public String place(SliceKey key, SliceAnswer listed) {
    return listed.file().orElseThrow().path();
  }

  @Override
  public void entries(String export, Consumer<Entry> visitor) throws IOException {
    show(export, visitor);
  }

  private void show(String folder, Consumer<Entry> visitor) throws IOException {
    Set<String> children = new LinkedHashSet<>();
    synchronized (this) {
      requireReadable(folder);
      for (String path : contents.keySet()) {
        if (path.startsWith(folder + "/")) {
          int slash = path.indexOf('/', folder.length() + 1);
          children.add(slash < 0 ? path : path.substring(0, slash));
        }
      }
    }
    children.forEach(child -> visitor.accept(new FakeEntry(child)));
    atEntries.run();
  }

  private final class FakeEntry implements Entry {
    private final String path;

    FakeEntry(String path) {
      this.path = path;
    }

    @Override
    public String path() {
      return path;
    }

    @Override
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isFolder() {
      return !contents.containsKey(path);
    }

    @Override
    public boolean isThere() {
      return contents.keySet().stream()
          .anyMatch(some -> some.equals(path) || some.startsWith(path + "/"));
    }

    @Override
    public void entries(Consumer<Entry> visitor) throws IOException {
      show(path, visitor);
    }
  }

  private final class Rows implements FileRows {
    private final List<Long> content;
    private boolean read;
    private boolean closed;

    Rows(List<Long> content) {
      this.content = content;
    }

    @Override
    public List<NumberedColumn> columns() {
      return List.of(ADDED, ID);
    }

    @Override
    public Schema schema() {
      return SCHEMA;
    }

    @Override
    public Optional<RowBatch> next() {
      if (read || content.isEmpty()) {
        return Optional.empty();
      }
      read = true;
      return Optional.of(batch(SCHEMA, content));
    }

    @Override
    public void close() {
      if (!closed) {
        open.decrementAndGet();
      }
      closed = true;
    }
  }
}
