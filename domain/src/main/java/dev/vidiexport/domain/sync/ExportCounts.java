package dev.vidiexport.domain.sync;

/**
 * What a sync did for one export. Immutable.
 *
 * @param published slices that got their first file
 * @param unchanged slices whose answer was that of before
 * @param replaced slices that have another file now, or none any more, or rows for the first time
 *     where there had been none
 * @param empty slices without rows, now as before
 * @param failed slices for which asking failed
 * @param refused slices that were refused, or count so without having been asked for
 * @param remaining slices that are missing and were not asked for
 * @param rows how many rows are in the files that this sync made
 * @param bytes how large those are
 */
public record ExportCounts(
    String name,
    long published,
    long unchanged,
    long replaced,
    long empty,
    long failed,
    long refused,
    long remaining,
    long rows,
    long bytes) {
  /** How many slices were asked for, or count so. */
  public long asked() {
    return published + unchanged + replaced + empty + failed + refused;
  }

  /** How many slices are missing now. */
  public long missing() {
    return failed + refused + remaining;
  }
}
