package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A destination that keeps its output in memory, for tests. It notes every call and the thread it
 * came from, does what a test asks for in the middle of any of them, and refuses an order of calls
 * that the contracts do not allow. Thread-safe.
 */
public final class InMemoryDestination implements Destination {
  /** The calls in which something can be made to happen. */
  public enum Step {
    CHECK,
    OPEN,
    WRITE,
    COMMIT,
    CLOSE,
    PUBLISH
  }

  /** What happens in a step, before the step itself. */
  @FunctionalInterface
  public interface Event {
    /** Fails, blocks, or does something else. */
    void happen() throws IOException;
  }

  /** What the world sees. */
  public record Output(Schema schema, List<List<String>> rows, Provenance provenance) {}

  /** As many as a row of this format takes. */
  static final long BYTES_OF_A_ROW = 100;

  private final Map<Step, Event> events = Collections.synchronizedMap(new EnumMap<>(Step.class));
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final Set<Thread> sinkThreads = Collections.synchronizedSet(new LinkedHashSet<>());
  private final List<Schema> schemas = Collections.synchronizedList(new ArrayList<>());
  private Optional<RecordingSink> staged = Optional.empty();
  private Optional<Output> published = Optional.empty();
  private int openSinks;
  private boolean checked;
  private boolean forgetful;
  private boolean external;
  private boolean takesNonFinite;

  /** Makes something happen each time that a step is reached. */
  public InMemoryDestination when(Step step, Event event) {
    events.put(step, event);
    return this;
  }

  /** Only counts the rows, for exports that are large. */
  public InMemoryDestination keepingNoRows() {
    forgetful = true;
    return this;
  }

  /** Takes numbers that are not finite. */
  public InMemoryDestination takingNonFinite() {
    takesNonFinite = true;
    return this;
  }

  /** Lets the sink's own commit make the rows appear. */
  public InMemoryDestination committingElsewhere() {
    external = true;
    return this;
  }

  /** What has been published; empty when nothing has. */
  public synchronized Optional<Output> published() {
    return published;
  }

  /** Whether something is staged. */
  public synchronized boolean isStaged() {
    return staged.isPresent();
  }

  /** How many sinks have been opened and not closed. */
  public synchronized int openSinks() {
    return openSinks;
  }

  /** Every call but the check: {@code open}, {@code write 2}, {@code commit}, {@code close}, … */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** The threads that called the sinks or opened them. */
  public List<Thread> sinkThreads() {
    return List.copyOf(sinkThreads);
  }

  /** The columns of every sink that was opened, in order. */
  public List<Schema> schemas() {
    return List.copyOf(schemas);
  }

  private void step(Step step) throws IOException {
    Event event = events.get(step);
    if (event != null) {
      event.happen();
    }
  }

  @Override
  public void check() {
    try {
      step(Step.CHECK);
    } catch (IOException refusal) {
      throw new ExportException(
          FailureReason.OUTPUT_UNUSABLE, String.valueOf(refusal.getMessage()), refusal);
    }
    synchronized (this) {
      checked = true;
    }
  }

  @Override
  public Sink open(Schema schema) throws IOException {
    calls.add("open");
    sinkThreads.add(Thread.currentThread());
    synchronized (this) {
      require(checked, "opened before it was checked, or once it was closed");
    }
    step(Step.OPEN);
    synchronized (this) {
      require(openSinks == 0 && staged.isEmpty(), "opened beside another sink");
      RecordingSink sink = new RecordingSink(schema);
      schemas.add(schema);
      staged = Optional.of(sink);
      openSinks++;
      return sink;
    }
  }

  @Override
  public boolean holdsBack() {
    return !external;
  }

  @Override
  public String formatName() {
    return "the format memory";
  }

  @Override
  public boolean takesNonFinite() {
    return takesNonFinite;
  }

  @Override
  public long publish() throws IOException {
    calls.add("publish");
    step(Step.PUBLISH);
    synchronized (this) {
      require(staged.isPresent(), "published without an attempt");
      RecordingSink sink = staged.get();
      require(sink.closed, "published before the sink was closed");
      staged = Optional.empty();
      if (external) {
        return -1;
      }
      published = Optional.of(sink.output());
      return BYTES_OF_A_ROW * sink.rowCount;
    }
  }

  @Override
  public synchronized void discard() {
    calls.add("discard");
    staged = Optional.empty();
  }

  @Override
  public synchronized void close() {
    discard();
    checked = false;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private final class RecordingSink implements Sink {
    private final Schema schema;
    private final List<List<String>> rows = new ArrayList<>();
    private Optional<Provenance> committed = Optional.empty();
    private long rowCount;
    private boolean broken;
    private boolean closed;

    RecordingSink(Schema schema) {
      this.schema = schema;
    }

    @Override
    public void write(RowBatch batch) throws IOException {
      called("write " + batch.rows(), Step.WRITE);
      require(batch.rows() > 0, "written without rows");
      require(batch.schema().equals(schema), "written with other columns");
      rowCount += batch.rows();
      if (!forgetful) {
        rows.addAll(BatchText.rows(batch));
      }
    }

    @Override
    public void commit(Provenance provenance) throws IOException {
      called("commit", Step.COMMIT);
      committed = Optional.of(provenance);
      synchronized (InMemoryDestination.this) {
        if (external) {
          published = Optional.of(output());
        }
      }
    }

    private void called(String call, Step step) throws IOException {
      calls.add(call);
      sinkThreads.add(Thread.currentThread());
      require(!broken && !closed && committed.isEmpty(), call + " out of order");
      broken = true;
      step(step);
      broken = false;
    }

    @Override
    public void close() throws IOException {
      calls.add("close");
      sinkThreads.add(Thread.currentThread());
      synchronized (InMemoryDestination.this) {
        require(!closed, "closed twice");
        closed = true;
        openSinks--;
      }
      step(Step.CLOSE);
    }

    Output output() {
      return new Output(schema, List.copyOf(rows), committed.orElseThrow());
    }
  }
}
