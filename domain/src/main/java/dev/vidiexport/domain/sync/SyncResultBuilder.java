package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes what comes of a sync. It keeps what failed, of which there are no more than calls can be
 * made; of the rest it keeps numbers. For one thread.
 */
final class SyncResultBuilder {
  private final Map<String, Counters> exports = new LinkedHashMap<>();
  private final Map<SliceKey, MissingSlice> unanswered = new LinkedHashMap<>();
  private final List<MissingSlice> unasked = new ArrayList<>();
  private List<ColumnNews> columnNews = List.of();
  private long missing;
  private long calls;
  private long answered;

  SyncResultBuilder(List<HistoryExport> exports) {
    exports.forEach(export -> this.exports.put(export.name(), new Counters()));
  }

  void called(long more) {
    calls += more;
  }

  /** What VidiCenter has changed in its keys. */
  void columnsChanged(List<ColumnNews> news) {
    columnNews = List.copyOf(news);
  }

  long calls() {
    return calls;
  }

  /** How many slices have an answer. */
  long answered() {
    return answered;
  }

  /** How many slices were asked for, and have none. */
  long unanswered() {
    return unanswered.size();
  }

  /** A slice has an answer. */
  void answered(SliceKey key, SliceResult result) {
    answered++;
    result.fold(counters(key.export()));
  }

  void failed(SliceKey key, Failure failure) {
    counters(key.export()).failed++;
    unanswered(key, failure, MissingSlice.State.FAILED);
  }

  void refused(SliceKey key, Failure failure) {
    counters(key.export()).refused++;
    unanswered(key, failure, MissingSlice.State.REFUSED);
  }

  private void unanswered(SliceKey key, Failure failure, MissingSlice.State state) {
    missing++;
    unanswered.put(key, new MissingSlice(key, state, Optional.of(failure), failure.message()));
  }

  /** A slice that was halved counts nowhere, whatever was noted of it before; its halves do. */
  void halved(SliceKey whole) {
    MissingSlice noted = unanswered.remove(whole);
    if (noted != null) {
      missing--;
      Counters counters = counters(whole.export());
      if (noted.state() == MissingSlice.State.REFUSED) {
        counters.refused--;
      } else {
        counters.failed--;
      }
    }
  }

  /** A slice counts as refused that was not asked for. */
  void refusedUnasked(SliceKey key, String reason) {
    counters(key.export()).refused++;
    unasked(key, MissingSlice.State.REFUSED, reason);
  }

  /** The run ended before the turn of a slice. */
  void left(SliceKey key, String reason) {
    counters(key.export()).remaining++;
    unasked(key, MissingSlice.State.LEFT, reason);
  }

  /** The time of a slice has not come. */
  void waiting(SliceKey key, String reason) {
    counters(key.export()).remaining++;
    unasked(key, MissingSlice.State.WAITING, reason);
  }

  private void unasked(SliceKey key, MissingSlice.State state, String reason) {
    missing++;
    if (unasked.size() < SyncResult.MOST_MISSING) {
      unasked.add(new MissingSlice(key, state, Optional.empty(), reason));
    }
  }

  /** Slices that were not asked for, and are so many that nobody lists them. */
  void leftUnlisted(String export, long slices) {
    counters(export).remaining += slices;
    missing += slices;
  }

  /** The same, of an export that was given up. */
  void refusedUnlisted(String export, long slices) {
    counters(export).refused += slices;
    missing += slices;
  }

  private Counters counters(String export) {
    return exports.computeIfAbsent(export, name -> new Counters());
  }

  SyncResult build(Duration elapsed, Optional<ExportException> ending) {
    List<ExportCounts> counts = new ArrayList<>();
    exports.forEach((name, counters) -> counts.add(counters.counts(name)));
    List<MissingSlice> listed = new ArrayList<>(unanswered.values());
    listed.addAll(unasked);
    return new SyncResult(
        counts,
        listed.subList(0, Math.min(listed.size(), SyncResult.MOST_MISSING)),
        missing,
        columnNews,
        calls,
        elapsed,
        ending);
  }

  /** Of one export. */
  private static final class Counters implements SliceResult.Cases<Long> {
    private long published;
    private long unchanged;
    private long replaced;
    private long empty;
    private long failed;
    private long refused;
    private long remaining;
    private long rows;
    private long bytes;

    @Override
    public Long onPublished(SliceAnswer answer) {
      add(answer);
      return ++published;
    }

    @Override
    public Long onReplaced(SliceAnswer answer, SliceDifference difference) {
      add(answer);
      return ++replaced;
    }

    @Override
    public Long onUnchanged(SliceAnswer answer) {
      return ++unchanged;
    }

    @Override
    public Long onEmpty(SliceAnswer answer) {
      return ++empty;
    }

    @Override
    public Long onUnanswered(ExportException failure) {
      throw new IllegalArgumentException("A slice has an answer or not", failure);
    }

    private void add(SliceAnswer answer) {
      rows += answer.rows();
      bytes += answer.file().map(PublishedFile::bytes).orElse(0L);
    }

    ExportCounts counts(String name) {
      return new ExportCounts(
          name, published, unchanged, replaced, empty, failed, refused, remaining, rows, bytes);
    }
  }
}
