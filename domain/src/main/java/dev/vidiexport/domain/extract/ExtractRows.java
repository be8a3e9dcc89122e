package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.export.OutputWriting;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.HistoryColumns;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The use case: takes the rows of some days of a history, and writes them to one output, whole or
 * not at all. Calls nobody, changes nothing in the history, and reads only files, or rows of a
 * table, that its ledger lists, after it has made sure of each slice that it is as it is listed.
 *
 * <p>Rows come by window, and those of a window by slice. The output has the columns that the
 * slices have, by number. All are opened once before the first row is written, because of that.
 *
 * <p>{@link #run} belongs to one thread; {@link #cancel} may be called from any.
 */
public final class ExtractRows {
  /** So often may a sync bring a new column meanwhile. */
  private static final int MOST_ATTEMPTS = 4;

  private final LedgerReader ledger;
  private final ListedSlices listed;
  private final Destination destination;
  private final Pacer pacer;
  private final ExportListener listener;
  private final ThreadFactory threads;
  private final ExtractSettings settings;
  private volatile boolean cancelled;
  private volatile @Nullable OutputWriting writing;

  /**
   * Prepares a run; nothing is read or written yet.
   *
   * @param destination where the output goes; checked, and closed by its owner
   * @param threads makes the thread that writes
   */
  public ExtractRows(
      LedgerReader ledger,
      ListedSlices listed,
      Destination destination,
      Pacer pacer,
      ExportListener listener,
      ThreadFactory threads,
      ExtractSettings settings) {
    this.ledger = ledger;
    this.listed = listed;
    this.destination = destination;
    this.pacer = pacer;
    this.listener = listener;
    this.threads = threads;
    this.settings = settings;
  }

  /**
   * Does all of it. On failure nothing has been published, and nothing stays staged.
   *
   * @throws ExportException {@code HISTORY_FILE_CHANGED} when a slice is gone or not as it is
   *     listed, {@code HISTORY_FILE_UNREADABLE} when one cannot be read, of the kind {@code
   *     OUTPUT_NOT_WRITTEN} when the output or the ledger fails, and {@code CANCELLED}
   */
  public ExtractReceipt run() {
    try {
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        Optional<ExtractReceipt> done = attempt();
        if (done.isPresent()) {
          return done.get();
        }
      }
      throw new ExportException(
          FailureReason.HISTORY_FILE_CHANGED,
          "The columns of %s kept changing while they were read."
              .formatted(settings.export().name()));
    } finally {
      listener.onEnd();
    }
  }

  /** Empty when a file has got a column meanwhile that the output does not have. */
  private Optional<ExtractReceipt> attempt() {
    List<NumberedColumn> known = ledger.columns(settings.export().name());
    List<ListedSlice> slices =
        ListedSlice.chosen(ledger, settings.export().name(), settings::selects);
    if (slices.isEmpty()) {
      return write(whenEmpty(known), List.of(), Optional.empty());
    }
    SliceReading reading =
        new SliceReading(
            ledger, listed, pacer, FileFormat.of(settings.export()), known, this::checkCancelled);
    List<NumberedColumn> columns = columns(slices, reading);
    return columns.isEmpty()
        ? write(whenEmpty(known), List.of(), Optional.empty())
        : write(schema(columns), slices, Optional.of(new Input(reading, columns)));
  }

  /** What an export without rows has. */
  private Schema whenEmpty(List<NumberedColumn> known) {
    HistoryExport export = settings.export();
    return HistoryColumns.of(settings.catalogue(), export.columns(), known, export.windowLength())
        .fixed()
        .output(Set.of());
  }

  private static Schema schema(List<NumberedColumn> columns) {
    return new Schema(columns.stream().map(NumberedColumn::inFiles).toList());
  }

  /** The columns that any file has, by number; none where all files are gone for good. */
  private List<NumberedColumn> columns(List<ListedSlice> slices, SliceReading reading) {
    Set<NumberedColumn> columns = new TreeSet<>(Comparator.comparing(NumberedColumn::number));
    for (ListedSlice slice : slices) {
      checkCancelled();
      reading.columns(slice).ifPresent(columns::addAll);
    }
    return List.copyOf(columns);
  }

  private Optional<ExtractReceipt> write(
      Schema schema, List<ListedSlice> slices, Optional<Input> input) {
    checkCancelled();
    try (OutputWriting output = new OutputWriting(destination, schema, pacer, listener, threads)) {
      writing = output;
      checkCancelled();
      List<ListedSlice> written = new ArrayList<>();
      UnionWriting rows =
          new UnionWriting(
              output,
              input.map(Input::columns).orElse(List.of()),
              destination.takesNonFinite(),
              listener);
      for (ListedSlice slice : slices) {
        Optional<FileRows> file = input.orElseThrow().reading().open(slice);
        if (file.isPresent()) {
          if (!rows.writeAll(file.get(), slice, this::checkCancelled)) {
            return Optional.empty();
          }
          written.add(slice);
        }
      }
      rows.end();
      return Optional.of(publish(output, schema, written, rows));
    }
  }

  private ExtractReceipt publish(
      OutputWriting output, Schema schema, List<ListedSlice> written, UnionWriting rows) {
    checkCancelled();
    long bytes = output.publish(ExtractProvenance.of(settings, written, rows.rows()));
    return ExtractReceipt.of(
        schema, rows.rows(), written, bytes, rows.nonFiniteAsNull(), pacer.elapsed());
  }

  private void checkCancelled() {
    if (cancelled) {
      throw ExportException.cancelled();
    }
  }

  /** Ends it soon, as {@code CANCELLED}. May be called more than once. */
  public void cancel() {
    cancelled = true;
    pacer.cancel();
    OutputWriting current = writing;
    if (current != null) {
      current.cancel();
    }
  }

  private record Input(SliceReading reading, List<NumberedColumn> columns) {}
}
