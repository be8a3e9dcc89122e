package dev.vidiexport.app.staging;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;

/**
 * Turns what a sink reports in its own words into sentences for the user. Keeps to the rules of the
 * sink.
 *
 * @param sink makes the output
 * @param format whose sink that is
 * @param messages knows which output that is
 */
record MessagingSink(Sink sink, ChosenSink format, OutputMessages messages) implements Sink {
  @Override
  public void write(RowBatch rows) throws IOException {
    try {
      sink.write(rows);
    } catch (IOException failure) {
      throw messages.failure(format, failure);
    }
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    try {
      sink.commit(provenance);
    } catch (IOException failure) {
      throw format.provider().targetKind() == TargetKind.EXTERNAL
          ? messages.failureToCommitElsewhere(format, failure)
          : messages.failure(format, failure);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      sink.close();
    } catch (IOException failure) {
      throw messages.failure(format, failure);
    }
  }
}
