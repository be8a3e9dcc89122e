package dev.vidiexport.domain.port;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The slices of a history, kept in memory as files, for tests: each a line of columns with their
 * numbers, and a line a row. It does what a test asks for in the middle of a step. Files of a run
 * that died in it stay as they were. Thread-safe as far as the port asks for it.
 */
public final class InMemorySliceStore implements SliceStore {
  /** The extension of all files. */
  public static final String EXTENSION = "txt";

  private static final Duration KEPT = Duration.ofDays(30);

  /** The steps in which something can be made to happen. */
  public enum Step {
    OUTPUT,
    OPEN,
    FINISH,
    /** Just before the file has its name. */
    PUBLISH,
    /** Just after it has it, with nothing put aside yet. */
    NAMED,
    REMOVE,
    SETTLE
  }

  /** What happens in a step. */
  @FunctionalInterface
  public interface Event {
    /** Fails, or does something else. */
    void happen() throws IOException;
  }

  private record Aside(String content, Instant at) {}

  private final Map<Step, Event> events = new EnumMap<>(Step.class);
  private final TreeMap<String, String> standing = new TreeMap<>();
  private final TreeMap<String, Aside> replaced = new TreeMap<>();
  private int staged;

  /** Makes something happen each time that a step is reached. */
  public InMemorySliceStore when(Step step, Event event) {
    events.put(step, event);
    return this;
  }

  /** What stands under which name. */
  public synchronized Map<String, String> standing() {
    return new TreeMap<>(standing);
  }

  /** What was replaced, by its name and the first digits of its digest. */
  public synchronized Map<String, String> replaced() {
    return replaced.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, kept -> kept.getValue().content(), (a, b) -> a, TreeMap::new));
  }

  /** How many files are staged. */
  public synchronized int staged() {
    return staged;
  }

  /** Nothing stands any more. */
  public synchronized void clear() {
    standing.clear();
  }

  /** Something else stands under a name. */
  public synchronized void put(String name, String content) {
    standing.put(name, content);
  }

  private void reach(Step step) throws IOException {
    Event event = events.get(step);
    if (event != null) {
      event.happen();
    }
  }

  private void reachOrRefuse(Step step) {
    try {
      reach(step);
    } catch (IOException failure) {
      throw new ExportException(FailureReason.OUTPUT_UNUSABLE, told(failure.getMessage()), failure);
    }
  }

  private static String told(@Nullable String reason) {
    return "Cannot write the history: %s.".formatted(reason);
  }

  @Override
  public SliceOutput output(SliceKey key) {
    reachOrRefuse(Step.OUTPUT);
    return new StagedFile(key.file(EXTENSION));
  }

  @Override
  public synchronized boolean settle(Ledger.Publication open, Instant at) {
    if (!open.answer().hasRows()) {
      if (open.earlier().isPresent()) {
        reachOrRefuse(Step.REMOVE);
        takeAway(open.earlier(), at);
      }
      return true;
    }
    reachOrRefuse(Step.SETTLE);
    PublishedFile announced = open.answer().file().orElseThrow();
    Optional<PublishedFile> earlier = open.earlier().flatMap(SliceAnswer::file);
    boolean published = stands(announced);
    if (published) {
      earlier.filter(this::isKeptOrStands).ifPresent(file -> replace(file, announced.path(), at));
    } else {
      earlier.ifPresent(this::takeBack);
    }
    return published;
  }

  private boolean isKeptOrStands(PublishedFile file) {
    return replaced.containsKey(aside(file)) || stands(file);
  }

  private void replace(PublishedFile earlier, String successor, Instant at) {
    Aside kept = replaced.get(aside(earlier));
    String content = kept == null ? standing.get(earlier.path()) : kept.content();
    replaced.put(aside(earlier), new Aside(String.valueOf(content), at));
    if (!earlier.path().equals(successor)) {
      standing.remove(earlier.path());
    }
  }

  private void takeBack(PublishedFile earlier) {
    Aside kept = replaced.remove(aside(earlier));
    if (kept != null) {
      standing.put(earlier.path(), kept.content());
    }
  }

  private boolean stands(PublishedFile file) {
    String content = standing.get(file.path());
    return content != null && describe(file.path(), content).equals(file);
  }

  @Override
  public synchronized void remove(SliceKey key, SliceReplacement none) {
    reachOrRefuse(Step.REMOVE);
    takeAway(none.earlier(), none.at());
  }

  private void takeAway(Optional<SliceAnswer> earlier, Instant at) {
    earlier
        .flatMap(SliceAnswer::file)
        .filter(this::stands)
        .ifPresent(file -> replace(file, "", at));
  }

  @Override
  public synchronized void removeOld(Instant now) {
    replaced.values().removeIf(kept -> kept.at().isBefore(now.minus(KEPT)));
  }

  @Override
  public void close() {
    // There is nobody else who could change them.
  }

  /** What a ledger knows of such a file. */
  private static PublishedFile describe(String path, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new PublishedFile(path, bytes.length, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static String aside(PublishedFile file) {
    return file.path() + "." + file.sha256().substring(0, 8);
  }

  private final class StagedFile implements SliceOutput {
    private final String path;
    private @Nullable LinesSink attempt;
    private @Nullable String finished;

    StagedFile(String path) {
      this.path = path;
    }

    @Override
    public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
      reach(Step.OPEN);
      LinesSink sink = new LinesSink(columns);
      attempt = sink;
      count(1);
      return sink;
    }

    private void count(int more) {
      synchronized (InMemorySliceStore.this) {
        staged += more;
      }
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
    public Optional<PublishedFile> finish() throws IOException {
      LinesSink written = attempt;
      if (written == null || !written.isCommitted) {
        throw new IllegalStateException("Nothing is committed that could be finished");
      }
      step(Step.FINISH);
      finished = written.content();
      return Optional.of(describe(path, finished));
    }

    /** Fails in a sentence, as every output does. */
    private void step(Step step) throws IOException {
      try {
        reach(step);
      } catch (IOException failure) {
        throw new IOException(told(failure.getMessage()), failure);
      }
    }

    @Override
    public void publish(SliceReplacement replacement) throws IOException {
      String whole = finished;
      if (whole == null) {
        throw new IllegalStateException("finish must come first");
      }
      step(Step.PUBLISH);
      synchronized (InMemorySliceStore.this) {
        replacement
            .earlier()
            .flatMap(SliceAnswer::file)
            .filter(InMemorySliceStore.this::stands)
            .or(() -> Optional.ofNullable(standing.get(path)).map(other -> describe(path, other)))
            .ifPresent(file -> replace(file, path, replacement.at()));
        standing.put(path, whole);
      }
      step(Step.NAMED);
      discard();
    }

    @Override
    public void discard() {
      if (attempt != null) {
        attempt = null;
        finished = null;
        count(-1);
      }
    }

    @Override
    public void close() {
      discard();
    }
  }

  private static final class LinesSink implements Sink {
    private final List<String> lines = new ArrayList<>();
    private boolean isCommitted;

    LinesSink(List<NumberedColumn> columns) {
      lines.add(
          columns.stream()
              .map(column -> column.number() + ":" + column.name())
              .collect(Collectors.joining(" ")));
    }

    @Override
    public void write(RowBatch batch) {
      BatchText.rows(batch).forEach(row -> lines.add(String.join(" ", row)));
    }

    @Override
    public void commit(Provenance provenance) {
      isCommitted = true;
    }

    @Override
    public void close() {
      // What was written stays until it is discarded.
    }

    String content() {
      return String.join("\n", lines);
    }
  }
}
