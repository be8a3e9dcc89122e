package dev.vidiexport.domain.port;

import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of a history: its exports, its slices, and what VidiCenter said there is. Readers
 * see what the last finished transaction left, and wait 5 seconds at most while one is written.
 *
 * <p>For one thread at a time. Every method throws {@link ExportException} of the kind {@code
 * OUTPUT_NOT_WRITTEN}, with what is wrong in whole sentences, when the ledger cannot be read.
 */
public interface LedgerReader extends AutoCloseable {
  /**
   * The ledger's own id: 32 hex digits, which it has had from its making on and which no other has,
   * but copies of it. By it a database knows whose history it keeps. Empty where there is no ledger
   * yet.
   */
  Optional<String> id();

  /** The host that the first sync asked; empty before it. */
  Optional<String> host();

  /** When the last run that changed the history began, by its own clock; empty before the first. */
  Optional<Instant> lastRun();

  /** The exports that the ledger knows, because it knows slices of theirs, by name. */
  List<LedgerExport> exports();

  /** The columns of an export, by number; none where the ledger does not know the export. */
  default List<NumberedColumn> columns(String export) {
    return exports().stream()
        .filter(known -> known.name().equals(export))
        .findFirst()
        .map(LedgerExport::columns)
        .orElse(List.of());
  }

  /**
   * Shows all slices of an export, by window from the first to the last, and those of a window by
   * their first id; where that is the same, in the order in which the ledger came to know their
   * sources. Slices that ask for the same sources share one {@link
   * dev.vidiexport.domain.history.SourceSet}. Nothing else is kept: memory does not grow with the
   * slices.
   *
   * @param visitor must not call the ledger; what it throws ends the showing, and is thrown on
   */
  void slices(String export, Consumer<SliceRecord> visitor);

  /**
   * The first window of an export that has slices and comes after another; empty where there is
   * none. With it, and {@link #slicesIn}, whoever takes long for each slice goes through all of
   * them without keeping a writer waiting meanwhile.
   *
   * @param last the window after which to look; empty for the first of all
   */
  Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last);

  /** The slices of one window, in the order in which {@link #slices} shows them. */
  List<SliceRecord> slicesIn(String export, TimeWindow window);

  /**
   * What {@link Ledger#notePublishing} announced and nothing has ended since, in the order in which
   * it was announced.
   */
  List<Ledger.Publication> publications();

  /**
   * What is kept of the rows of a slice's answer; empty where it has no answer, or one of which an
   * earlier version of this program kept nothing.
   */
  Optional<SliceFacts> facts(SliceKey key);

  /**
   * When a slice was asked for last, as {@link Ledger#noteAsked} noted it; empty where it never
   * was.
   */
  Optional<Instant> askedAt(SliceKey key);

  /**
   * The first slices of an export that have an answer, and of whose rows nothing is kept, by
   * window.
   *
   * @param most how many at most; at least 1
   */
  List<SliceRecord> withoutFacts(String export, int most);

  /**
   * Shows the coverage of each place of an export, summed over all windows that touch some days, by
   * kind and id.
   *
   * @param start the first of these days; empty for all from the beginning on
   * @param end the last one; empty for all up to the end
   * @param visitor must not call the ledger; what it throws ends the showing, and is thrown on
   */
  void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor);

  /** From when to when columns of an export were seen to have values, by their numbers. */
  List<ColumnSpan> columnSpans(String export);

  /** From which window to which an export has rows; empty where it has none. */
  Optional<RowSpan> rowSpan(String export);

  /**
   * Shows what was seen of the uploads of all locations, by location, and of each one by time.
   *
   * @param visitor must not call the ledger; what it throws ends the showing, and is thrown on
   */
  void uploads(Consumer<SeenUpload> visitor);

  /** What was told of an export's columns already, as {@link Ledger#noteTold} noted it. */
  Set<String> told(String export);

  /** What VidiCenter said last that there is; empty when it never said. */
  Optional<Topology> topology();

  /**
   * Shows how everything was that VidiCenter ever told of, each time that {@link
   * Ledger#noteTopology} or {@link Ledger#noteTagging} found it new or changed, in the order in
   * which that was noted: what was seen first comes first. Objects that are gone are shown, too;
   * {@link #absences} says when.
   *
   * @param visitor must not call the ledger; what it throws ends the showing, and is thrown on
   */
  void topologyChanges(Consumer<SeenObject> visitor);

  /**
   * Shows when objects were not listed that had been before, in the order in which they were first
   * missed. An object that comes back as it was is no change of {@link #topologyChanges}: only this
   * tells that it was gone. Of what came back before this was noted, nothing is known.
   *
   * @param visitor must not call the ledger; what it throws ends the showing, and is thrown on
   */
  void absences(Consumer<Absence> visitor);

  /** Lets go of the ledger. Never fails; may be called more than once. */
  @Override
  void close();
}
