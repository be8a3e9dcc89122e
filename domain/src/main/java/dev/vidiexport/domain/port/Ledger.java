package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of a history, for its one writer. Every method that changes something is one
 * transaction: when it returns, the change is on the disk; when it throws, or the process dies in
 * it, nothing has changed. What has been noted is never lost by what follows.
 *
 * <p>A slice goes through three transactions: {@link #noteAsked} before its first call, {@link
 * #notePublishing} before its file gets its name, and {@link #notePublished} when the folder is on
 * the disk. Instead of the last two come {@link #noteEmpty}, {@link #noteUnchanged}, {@link
 * #noteFailed} or {@link #noteHalved}.
 *
 * <p>For one thread at a time. Every method throws {@link ExportException} of the kind {@code
 * OUTPUT_NOT_WRITTEN}, with what is wrong in whole sentences, when the ledger cannot be written: it
 * is damaged, the disk is full or read-only, or another program holds it.
 */
public interface Ledger extends LedgerReader {
  /** Notes that a run has begun, and the host of the first one. */
  void noteRun(RunStart start);

  /**
   * Notes what there is at VidiCenter: a row for each object that is new, or not as it was. What
   * changes with every upload ({@code last_upload_timestamp}, {@code last_seen}, {@code
   * last_ots_uploaded}) makes no row, though {@link #topology} has it as it was seen last.
   */
  void noteTopology(Topology topology, Instant seenAt);

  /**
   * Notes that a slice is about to be asked for. From now on it is under way; the ledger counts an
   * attempt. An answer that it has stays.
   */
  void noteAsked(SliceKey key, Instant at);

  /**
   * Notes that the file of a slice is about to get its name, or to lose it because there are no rows
   * any more, and all that is known of the answer. Nothing of it counts yet: the slice is as it was,
   * but for {@link #publications}.
   *
   * @param identity of the export
   * @param columns all columns of the export, as they are once this counts; those that the ledger
   *     knows are among them, unchanged
   */
  void notePublishing(
      SliceKey key, SliceAnswer answer, ExportIdentity identity, List<NumberedColumn> columns);

  /**
   * Notes that the file of {@link #notePublishing} is in its place, on the disk: the slice is
   * complete, the change stands in {@code changes} ({@code published}, or {@code replaced} for a
   * revision above 1), the columns are known, and where it is the first file of the export its
   * settings are fixed.
   */
  void notePublished(SliceKey key, Instant at);

  /**
   * Notes that the file of {@link #notePublishing} did not get its name: the slice is as before.
   */
  void noteUnpublished(SliceKey key);

  /**
   * Notes that a slice has no rows: it is complete. {@code changes} says {@code empty}, or {@code
   * replaced} where it had a file.
   *
   * @param answer without a file; where the slice had one, {@link #notePublishing} announced it
   */
  void noteEmpty(SliceKey key, SliceAnswer answer, Instant at);

  /**
   * Notes that an answer was the same as the one before, whose file stays. {@code changes} says
   * {@code unchanged}.
   *
   * @param answer with the file that stays
   */
  void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at);

  /**
   * Notes that asking for a slice brought no answer. A slice that has one stays complete; another
   * is failed, or refused where {@link SliceFailure#refusals} is above 0.
   */
  void noteFailed(SliceKey key, SliceFailure failure);

  /** Notes that a slice is not asked for as a whole any more: the halves take its place. */
  void noteHalved(SliceKey whole, SliceKey first, SliceKey second);

  /** Notes which slices of an export are retired, and that no others are. */
  void noteRetired(String export, List<SliceKey> retired);

  /** What {@link #notePublishing} announced and nothing has ended since, in the order of keys. */
  List<Publication> publications();

  /** Makes today's copy of the ledger, if there is none, and removes all but the last seven. */
  void backUp(Instant at);

  /**
   * A file that may have got its name or not.
   *
   * @param key of its slice
   * @param answer what was to be noted of it
   * @param earlier the answer that the slice has; empty where it has none
   */
  record Publication(SliceKey key, SliceAnswer answer, Optional<SliceAnswer> earlier) {}
}
