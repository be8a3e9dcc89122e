package dev.vidiexport.app.limits;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * When and by which clock something was written. Immutable.
 *
 * @param clock what tells the clock of {@code elapsed} from those of other machines, and from that
 *     of the same machine before it was started again; 0 where nothing does
 * @param elapsed the time on that clock
 * @param date the date then, of which no more than milliseconds are kept
 */
record ClockReading(long clock, Duration elapsed, Instant date) {
  static final int BYTES = 3 * Long.BYTES;

  static ClockReading read(ByteBuffer bytes) {
    return new ClockReading(
        bytes.getLong(), Duration.ofNanos(bytes.getLong()), Instant.ofEpochMilli(bytes.getLong()));
  }

  void write(ByteBuffer bytes) {
    bytes.putLong(clock).putLong(elapsed.toNanos()).putLong(date.toEpochMilli());
  }

  /**
   * What is to be added to moments on this clock to have them on another. Between two clocks the
   * date is the only bridge; where it leads into the future, this stamp counts as written now.
   */
  Duration shiftTo(ClockReading now) {
    if (clock == now.clock) {
      return Duration.ZERO;
    }
    Duration age = Duration.between(date, now.date);
    return now.elapsed.minus(elapsed).minus(age.isNegative() ? Duration.ZERO : age);
  }
}
