package dev.vidiexport.domain.port;

import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The ledger of a history, for its one writer. Every method that changes something is one
 * transaction: when it returns, the change is on the disk; when it throws, or the process dies in
 * it, nothing has changed. What has been noted is never lost by what follows.
 *
 * <p>A slice goes through three transactions: {@link #noteAsked} before its first call, {@link
 * #notePublishing} before its rows get their place, a file its name, and {@link #notePublished}
 * when they have it, on the disk. Instead of the last two come {@link #noteEmpty}, {@link
 * #noteUnchanged}, {@link #noteFailed} or {@link #noteHalved}. Times are kept to the second.
 *
 * <p>For one thread at a time. Every method throws {@link ExportException} of the kind {@code
 * OUTPUT_NOT_WRITTEN}, with what is wrong in whole sentences, when the ledger cannot be written: it
 * is damaged, the disk is full or read-only, or another program holds it. What contradicts what was
 * noted before is a defect of the caller: {@code IllegalStateException}, and nothing has changed.
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
   * Notes which tags locations and sites have: a row for each that has others than were noted last,
   * an empty one where it has none any more. A tag for which VidiCenter does not say what has it is
   * taken for one that everything has still that had it.
   */
  void noteTagging(TagAssignments tags, Instant seenAt);

  /**
   * Notes that a slice is about to be asked for. From now on it is under way; the ledger counts an
   * attempt. An answer that it has stays, and so does the failure of the time before. It is not
   * retired any more.
   */
  void noteAsked(SliceKey key, Instant at);

  /**
   * Notes that the rows of a slice are about to get their place, or to lose it because there are
   * none any more, and all that is known of the answer. Nothing of it counts yet: the slice is as
   * it was, but for {@link #publications}. What was announced for the same slice before counts no
   * more.
   *
   * @param answer with a file whose path is that of {@link SliceKey#file}, or without one
   * @param identity of the export; kept only where nothing is fixed yet
   * @param columns the columns of the export, as they are once this counts
   * @param facts what is kept of the rows; they count when the answer does
   * @throws IllegalStateException when one of the columns contradicts one that is known
   */
  void notePublishing(
      SliceKey key,
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts facts);

  /**
   * Notes that the rows of {@link #notePublishing} are in their place, on the disk, or gone from it
   * where there are none any more: the slice is complete, the change stands in {@code changes}
   * ({@code published}, or {@code replaced} for a revision above 1). With rows the columns are
   * known, and where they are the first ones of the export its settings are fixed; in which place
   * they are does not matter.
   *
   * @throws IllegalStateException when nothing was announced, or columns that it was announced with
   *     contradict those that have become known since
   */
  void notePublished(SliceKey key, Instant at);

  /**
   * Notes that the rows of {@link #notePublishing} did not get their place: the slice is as before
   * that, and still under way.
   *
   * @throws IllegalStateException when nothing was announced
   */
  void noteUnpublished(SliceKey key);

  /**
   * Notes that a slice of which nothing stands has no rows: it is complete. {@code changes} says
   * {@code empty}, or {@code replaced} for a revision above 1. What was announced for it counts no
   * more.
   *
   * @param answer without rows
   * @param facts what is kept of an answer without rows: what was expected
   */
  void noteEmpty(SliceKey key, SliceAnswer answer, SliceFacts facts, Instant at);

  /**
   * Notes that an answer was the same as the one before, whose rows, if it has any, stay. {@code
   * changes} says {@code unchanged}. What is kept of its rows stays.
   *
   * @param answer with the file that stays, where there is one
   * @throws IllegalStateException when the slice has no answer
   */
  void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at);

  /**
   * Notes what is to be kept of the rows of an answer that is there, and of which nothing was kept.
   *
   * @throws IllegalStateException when the slice has no answer
   */
  void noteFacts(SliceKey key, SliceFacts facts);

  /**
   * Notes how many periods are expected of places, in all windows of an export: of them something
   * is known that was not known before. Nothing else of them changes.
   *
   * @param expected gives the number for a place and a window; empty where nobody can say
   */
  void noteExpected(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected);

  /**
   * Notes that the rows of a slice are not what was noted of them, or gone: its answer counts no
   * more, and neither does what is kept of its rows. It is missing, and its next answer has the
   * next revision. Whatever stands in the place of its rows stays there until then.
   *
   * @throws IllegalStateException when the slice has no answer
   */
  void noteLost(SliceKey key);

  /**
   * Notes that the rows of a slice are to be written again, as if they had been written with other
   * settings.
   *
   * @throws IllegalStateException when the slice has no answer
   */
  void noteStale(SliceKey key);

  /** Notes that something was told of an export's columns, which is told only once. */
  void noteTold(String export, String fact);

  /**
   * Notes that asking for a slice brought no answer. A slice that has one stays complete; another
   * is failed, or refused where {@link SliceFailure#refusals} is above 0. It need not have been
   * asked for.
   */
  void noteFailed(SliceKey key, SliceFailure failure);

  /**
   * Notes that a slice is not asked for as a whole any more: the halves take its place, and the
   * ledger forgets it. A half that the ledger knows stays as it is.
   *
   * @throws IllegalStateException when the ledger does not know the whole, or it has an answer or
   *     one that was announced
   */
  void noteHalved(SliceKey whole, SliceKey first, SliceKey second);

  /**
   * Notes which slices of an export are retired, and that no others are: those stand again as their
   * answers and failures say.
   *
   * @throws IllegalStateException when the ledger does not know one of them
   */
  void noteRetired(String export, List<SliceKey> retired);

  /**
   * Forgets slices that will never be asked for again and have no answer, as if they had never been
   * noted. Those that the ledger does not know are none.
   *
   * @throws IllegalStateException when one of them has an answer, or one that was announced
   */
  void forget(String export, List<SliceKey> slices);

  /**
   * Makes a copy of the ledger for the day of a moment, in UTC, in place of an earlier one of that
   * day, and removes all copies but the last seven. A copy is there whole or not at all, and one
   * that cannot be made leaves the ledger and the earlier copies as they are: a caller who goes on
   * all the same warns its user with the message.
   */
  void backUp(Instant at);

  /**
   * Rows that may have got their place or not.
   *
   * @param key of its slice
   * @param answer what was to be noted of it
   * @param earlier the answer that the slice has; empty where it has none
   */
  record Publication(SliceKey key, SliceAnswer answer, Optional<SliceAnswer> earlier) {}
}
