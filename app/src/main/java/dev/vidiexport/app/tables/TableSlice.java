package dev.vidiexport.app.tables;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one slice on their way into a table. */
final class TableSlice implements SliceOutput {
  private final SliceWriter writer;
  private final SliceTable table;
  private final SliceKey key;
  private final TableFailures failures;
  private boolean closed;
  private @Nullable AttemptSink attempt;

  TableSlice(SliceWriter writer, SliceTable table, SliceKey key, TableFailures failures) {
    this.writer = writer;
    this.table = table;
    this.key = key;
    this.failures = failures;
  }

  /** What a table keeps of an answer. */
  static CommittedSlice committed(SliceKey key, SliceAnswer answer) {
    return new CommittedSlice(
        new Slice(key.id()), answer.revision(), answer.rows(), answer.fingerprint());
  }

  @Override
  public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
    discard();
    SliceContext context = new SliceContext(table, new Slice(key.id()), SliceColumns.of(columns));
    // Where a database hangs, whoever gives it up must not wait for it here.
    AttemptSink opened =
        new AttemptSink(failures.whileWriting(table, () -> writer.open(context)), table, failures);
    if (isBegun(opened)) {
      return opened;
    }
    opened.close();
    throw new IOException("the run has ended");
  }

  private synchronized boolean isBegun(AttemptSink opened) {
    if (!closed) {
      attempt = opened;
    }
    return !closed;
  }

  @Override
  public String formatName() {
    return failures.format().name();
  }

  @Override
  public boolean takesNonFinite() {
    return failures.format().provider().takesNonFinite();
  }

  @Override
  public Optional<PublishedFile> finish() {
    return Optional.empty();
  }

  @Override
  public void publish(SliceReplacement replacement) throws IOException {
    SliceSink complete = complete();
    failures.whileWriting(
        table,
        () ->
            complete.publish(
                committed(key, replacement.answer()), SliceColumns.of(replacement.columns())));
  }

  private synchronized SliceSink complete() {
    if (attempt == null) {
      throw new IllegalStateException("open must come first");
    }
    return attempt.completed();
  }

  @Override
  public synchronized void discard() {
    if (attempt != null) {
      attempt.discard();
      attempt = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    discard();
  }
}
