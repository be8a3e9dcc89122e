package dev.vidiexport.domain.planning;

import java.util.Arrays;

/**
 * What was seen of one location, in the order of time: from each moment on another value. Seconds
 * are kept as 32 bits since the year 2000; what is beyond them, in 1931 or 2068, counts as there.
 */
final class SeenTimes {
  private static final long YEAR_2000 = 946_684_800;
  private static final int NO_UPLOAD = Integer.MIN_VALUE;
  private static final int LEAST_ROOM = 4;

  private int[] seenAt = new int[LEAST_ROOM];
  private int[] uploads = new int[LEAST_ROOM];
  private int size;

  /**
   * Takes what was seen from a moment on.
   *
   * @param upload {@link UploadSeconds#NONE} for none
   * @throws IllegalArgumentException when the moment is before the last one
   */
  void add(long seen, long upload) {
    int moment = packed(seen);
    if (size > 0 && moment < seenAt[size - 1]) {
      throw new IllegalArgumentException("what was seen must come in the order of time");
    }
    if (size == seenAt.length) {
      seenAt = Arrays.copyOf(seenAt, 2 * size);
      uploads = Arrays.copyOf(uploads, 2 * size);
    }
    seenAt[size] = moment;
    uploads[size] = upload == UploadSeconds.NONE ? NO_UPLOAD : packed(upload);
    size++;
  }

  /** What was known at a moment: {@link UploadSeconds#NONE} where nothing was. */
  long at(long moment) {
    int after = firstAfter(packed(moment));
    if (after == 0 || uploads[after - 1] == NO_UPLOAD) {
      return UploadSeconds.NONE;
    }
    return uploads[after - 1] + YEAR_2000;
  }

  /** Of several of the same moment the last one holds. */
  private int firstAfter(int moment) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (seenAt[middle] <= moment) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static int packed(long seconds) {
    return (int) Math.max(NO_UPLOAD + 1, Math.min(Integer.MAX_VALUE, seconds - YEAR_2000));
  }
}
