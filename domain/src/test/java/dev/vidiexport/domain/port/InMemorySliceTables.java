package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The slices of a history, kept in memory as rows of tables, for tests: a line a row, by the ids of
 * slices. Thread-safe as far as the port asks for it.
 */
public final class InMemorySliceTables implements SliceStore {
  private final TreeMap<String, List<String>> rows = new TreeMap<>();
  private final Map<String, SliceAnswer> committed = new HashMap<>();
  private final List<SliceReplacement> replacements = new ArrayList<>();
  private Optional<FailureReason> beforeCommit = Optional.empty();
  private Optional<FailureReason> afterCommit = Optional.empty();
  private Optional<String> unkeptColumn = Optional.empty();

  /** The rows that stand, by the ids of slices. */
  public synchronized Map<String, List<String>> rows() {
    return new TreeMap<>(rows);
  }

  /** Somebody else puts rows in the place of a slice. */
  public synchronized void put(SliceKey key, String... lines) {
    rows.put(key.id(), List.of(lines));
  }

  /** What was put in place, from the first to the last. */
  public synchronized List<SliceReplacement> replacements() {
    return List.copyOf(replacements);
  }

  /** Has each change fail before it is made; empty for none. */
  public synchronized void failBeforeCommit(Optional<FailureReason> reason) {
    beforeCommit = reason;
  }

  /** Has each change fail once it is made; empty for none. */
  public synchronized void failAfterCommit(Optional<FailureReason> reason) {
    afterCommit = reason;
  }

  /** Has it keep no column of this name. */
  public synchronized void keepNoColumn(String name) {
    unkeptColumn = Optional.of(name);
  }

  @Override
  public SliceOutput output(SliceKey key) {
    return new StagedRows(key);
  }

  private synchronized void commit(SliceKey key, List<String> lines, SliceReplacement replacement) {
    fail(beforeCommit);
    if (replacement.columns().stream()
        .map(NumberedColumn::name)
        .anyMatch(name -> unkeptColumn.filter(name::equals).isPresent())) {
      fail(Optional.of(FailureReason.ROWS_NOT_KEPT));
    }
    replacements.add(replacement);
    if (lines.isEmpty()) {
      rows.remove(key.id());
    } else {
      rows.put(key.id(), List.copyOf(lines));
    }
    committed.put(key.id(), replacement.answer());
    fail(afterCommit);
  }

  private static void fail(Optional<FailureReason> reason) {
    if (reason.isPresent()) {
      throw new ExportException(reason.get(), "The database says %s.".formatted(reason.get()));
    }
  }

  @Override
  public synchronized boolean settle(Ledger.Publication open, Instant at) {
    SliceAnswer last = committed.get(open.key().id());
    return last != null
        && last.revision() == open.answer().revision()
        && last.rows() == open.answer().rows()
        && last.fingerprint().equals(open.answer().fingerprint());
  }

  @Override
  public void remove(SliceKey key, SliceReplacement none) {
    commit(key, List.of(), none);
  }

  @Override
  public void removeOld(Instant now) {
    // What was replaced is gone.
  }

  @Override
  public void close() {
    // There is nobody else who could change them.
  }

  private final class StagedRows implements SliceOutput {
    private final SliceKey key;
    private @Nullable LinesSink attempt;

    StagedRows(SliceKey key) {
      this.key = key;
    }

    @Override
    public Sink open(Schema schema, List<NumberedColumn> columns) {
      LinesSink sink = new LinesSink();
      attempt = sink;
      return sink;
    }

    @Override
    public String formatName() {
      return "the format memory";
    }

    @Override
    public boolean takesNonFinite() {
      return false;
    }

    @Override
    public Optional<PublishedFile> finish() {
      return Optional.empty();
    }

    @Override
    public void publish(SliceReplacement replacement) throws IOException {
      LinesSink written = attempt;
      if (written == null) {
        throw new IllegalStateException("finish must come first");
      }
      commit(key, written.lines, replacement);
      discard();
    }

    @Override
    public void discard() {
      attempt = null;
    }

    @Override
    public void close() {
      discard();
    }
  }

  private static final class LinesSink implements Sink {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void write(RowBatch batch) {
      BatchText.rows(batch).forEach(row -> lines.add(String.join(" ", row)));
    }

    @Override
    public void commit(Provenance provenance) {
      // The rows are seen when they are published.
    }

    @Override
    public void close() {
      // What was written stays until it is discarded.
    }
  }
}
