package dev.vidiexport.domain.export;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Keeps every sink to the order of calls that the SPI promises it: rows, then one commit, then one
 * close, and after a failure only the close. It counts the rows that the sink took, and commits
 * only when those are all that were read. Used by the sink's thread alone.
 */
final class OrderedSink implements Sink {
  private enum Stage {
    WRITABLE("open"),
    COMMITTED("committed"),
    FAILED("broken"),
    CLOSED("closed");

    private final String words;

    Stage(String words) {
      this.words = words;
    }
  }

  private final Sink sink;
  private final Consumer<SinkCall> calls;
  private Stage stage = Stage.WRITABLE;
  private long rowsWritten;

  /**
   * Watches over a sink that has just been opened.
   *
   * @param calls is told of every call before it is made
   */
  OrderedSink(Sink sink, Consumer<SinkCall> calls) {
    this.sink = sink;
    this.calls = calls;
  }

  @Override
  public void write(RowBatch rows) throws IOException {
    require("Rows must not be written");
    stage = Stage.FAILED;
    calls.accept(SinkCall.writing());
    int count = rows.rows();
    sink.write(rows);
    rowsWritten += count;
    stage = Stage.WRITABLE;
    calls.accept(SinkCall.none());
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    require("A sink must not be committed");
    stage = Stage.FAILED;
    if (provenance.rows() != rowsWritten) {
      throw new IllegalStateException(
          "Read %s rows, but gave %s to the sink".formatted(provenance.rows(), rowsWritten));
    }
    calls.accept(SinkCall.committing());
    sink.commit(provenance);
    stage = Stage.COMMITTED;
  }

  /** Closes the sink the first time, whatever came before. */
  @Override
  public void close() throws IOException {
    if (stage != Stage.CLOSED) {
      stage = Stage.CLOSED;
      calls.accept(SinkCall.closing());
      sink.close();
    }
  }

  private void require(String otherwise) {
    if (stage != Stage.WRITABLE) {
      throw new IllegalStateException("%s when it is %s".formatted(otherwise, stage.words));
    }
  }
}
