package dev.vidiexport.app.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of a user wait for, as they tell each other in a part of the file of the limits: a
 * row for each run by its number, and in it a mark for each line in which it waits. Whoever calls a
 * method holds the file's mutex. Not thread-safe.
 *
 * <p>Marks that were written by another clock, on another machine or before this one was started
 * again, are as good as none.
 */
final class WaitingMarks {
  /** A run waits in each of these at most once. */
  static final int LINES = 3;

  /** Names the layout too: whoever changes it changes the last letter. */
  private static final long MAGIC = 0x7669_6469_5761_6941L;

  /** Behind the call records, which older versions of this program write alone. */
  private static final long POSITION = 4_096;

  private static final int BYTES_OF_MARK = 4 * Long.BYTES;
  private static final int BYTES_OF_ROW = 2 * Long.BYTES + LINES * BYTES_OF_MARK;
  private static final WaitingMark NONE = new WaitingMark(0, Duration.ZERO, Duration.ZERO, 0);

  private final FileChannel channel;
  private final RunNumber run;
  private final long clock;
  private final ByteBuffer rows = ByteBuffer.allocate(RunNumber.RUNS * BYTES_OF_ROW);
  private final WaitingMark[] own = {NONE, NONE, NONE};

  /**
   * The marks in a file.
   *
   * @param run writes its own row alone
   * @param clock what tells the clock of the moments from others
   */
  WaitingMarks(FileChannel channel, RunNumber run, long clock) {
    this.channel = channel;
    this.run = run;
    this.clock = clock;
  }

  /** Looks at the file, which ends before the marks when nobody has ever waited. */
  void read() throws IOException {
    rows.clear();
    int read = 0;
    while (rows.hasRemaining() && read >= 0) {
      read = channel.read(rows, POSITION + rows.position());
    }
    rows.flip();
  }

  /** The mark of another run in a line when the file was read, if the run lives. */
  @Nullable WaitingMark ofAnother(int number, int line) throws IOException {
    int start = number * BYTES_OF_ROW;
    if (rows.limit() < start + BYTES_OF_ROW) {
      return null;
    }
    ByteBuffer row = rows.slice(start, BYTES_OF_ROW);
    if (row.getLong() != MAGIC || row.getLong() != clock) {
      return null;
    }
    row.position(row.position() + line * BYTES_OF_MARK);
    Duration until = Duration.ofNanos(row.getLong());
    Duration since = Duration.ofNanos(row.getLong());
    WaitingMark mark = new WaitingMark((int) row.getLong(), since, until, (int) row.getLong());
    return mark.equals(NONE) || !run.isOfAnother(number) ? null : mark;
  }

  /** This run waits in a line. While there are too many others, nobody learns it. */
  void write(int line, WaitingMark mark) throws IOException {
    own[line] = mark;
    OptionalInt number = run.get();
    if (number.isPresent()) {
      write(number.getAsInt());
    }
  }

  /** This run waits in a line no more. */
  void clear(int line) throws IOException {
    write(line, NONE);
  }

  private void write(int number) throws IOException {
    ByteBuffer row = ByteBuffer.allocate(BYTES_OF_ROW).putLong(MAGIC).putLong(clock);
    for (WaitingMark mark : own) {
      row.putLong(mark.until().toNanos())
          .putLong(mark.since().toNanos())
          .putLong(mark.rank())
          .putLong(mark.most());
    }
    row.flip();
    long start = POSITION + (long) number * BYTES_OF_ROW;
    while (row.hasRemaining()) {
      int ignored = channel.write(row, start + row.position());
    }
  }
}
