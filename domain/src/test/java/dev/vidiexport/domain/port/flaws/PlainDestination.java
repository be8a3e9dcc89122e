package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.DestinationContract.Failure;
import dev.vidiexport.domain.port.DestinationContract.Moment;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A destination that does everything right; those that extend it do not. */
class PlainDestination implements Destination {
  static final String ATTEMPT = "attempt";

  final FlawedOutputs shelf;
  private final Map<Moment, Failure> failures;
  @Nullable List<String> attempt;

  PlainDestination(FlawedOutputs shelf, Map<Moment, Failure> failures) {
    this.shelf = shelf;
    this.failures = failures;
  }

  /** What happens in this moment, in sentences. */
  void reach(Moment moment) throws IOException {
    Failure failure = failures.get(moment);
    if (failure != null) {
      try {
        failure.happen();
      } catch (IOException reason) {
        throw new IOException(told(reason.getMessage()), reason);
      }
    }
  }

  String told(String reason) {
    return "Cannot write plainly: " + reason + ".";
  }

  @Override
  public void check() {
    try {
      reach(Moment.CHECK);
    } catch (IOException refusal) {
      throw refusal(refusal.getMessage());
    }
    if (shelf.owner != null && shelf.owner != this) {
      throw refusal(told("another run is writing it"));
    }
    shelf.owner = this;
  }

  private static ExportException refusal(String message) {
    return new ExportException(FailureReason.OUTPUT_BEING_WRITTEN, message);
  }

  @Override
  public Sink open(Schema schema) throws IOException {
    requireInOrder(shelf.owner == this);
    reach(Moment.OPEN);
    shelf.staged.add(ATTEMPT);
    List<String> rows = new ArrayList<>();
    attempt = rows;
    return new PlainSink(rows);
  }

  @Override
  public String formatName() {
    return "the format plain";
  }

  @Override
  public boolean takesNonFinite() {
    return false;
  }

  @Override
  public long publish() throws IOException {
    List<String> rows = attempt;
    requireInOrder(rows != null);
    reach(Moment.PUBLISH);
    shelf.output = Optional.of(List.copyOf(rows));
    close();
    return shelf.bytes();
  }

  @Override
  public void discard() {
    if (attempt != null) {
      attempt = null;
      shelf.staged.remove(ATTEMPT);
    }
  }

  @Override
  public void close() {
    discard();
    if (shelf.owner == this) {
      shelf.owner = null;
    }
  }

  static void requireInOrder(boolean inOrder) {
    if (!inOrder) {
      throw new IllegalStateException("out of order");
    }
  }

  /** The rows of an attempt are complete. */
  void committed(List<String> rows) {}

  private final class PlainSink implements Sink {
    private final List<String> rows;

    PlainSink(List<String> rows) {
      this.rows = rows;
    }

    @Override
    public void write(RowBatch batch) throws IOException {
      reach(Moment.WRITE);
      for (int row = 0; row < batch.rows(); row++) {
        rows.add(batch.text(row, 0));
      }
    }

    @Override
    public void commit(Provenance provenance) throws IOException {
      reach(Moment.COMMIT);
      committed(rows);
    }

    @Override
    public void close() throws IOException {
      reach(Moment.CLOSE);
    }
  }
}
