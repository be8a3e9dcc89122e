package dev.vidiexport.domain.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One of some parts of a history that are about as large as each other. To which one a file, or a
 * slice in a table, belongs depends on its place alone, so that it is the same on every day and
 * machine. Immutable.
 *
 * @param number which one: from 1 to {@code of}
 * @param of how many there are, from 1 to 1,000
 */
public record HistoryPart(int number, int of) {
  /** All of it. */
  public static final HistoryPart WHOLE = new HistoryPart(1, 1);

  private static final int MOST = 1_000;
  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

  public HistoryPart {
    if (of < 1 || of > MOST || number < 1 || number > of) {
      throw new IllegalArgumentException(
          "must be a part such as 3/7, the third of seven, of at most 1000, but was %s/%s"
              .formatted(number, of));
    }
  }

  /**
   * A part as it is written: {@code 3/7}.
   *
   * @throws IllegalArgumentException saying what it must be, when it is none
   */
  public static HistoryPart parse(String text) {
    Matcher shape = SHAPE.matcher(requireNonNull(text, "text must not be null"));
    if (!shape.matches()) {
      throw new IllegalArgumentException(
          "must be a part such as 3/7, the third of seven, of at most 1000, but was \"%s\""
              .formatted(text));
    }
    return new HistoryPart(Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2)));
  }

  /** Whether it is the whole history. */
  public boolean isWhole() {
    return of == 1;
  }

  /**
   * Whether what stands somewhere belongs to it.
   *
   * @param path of a file below the target, with slashes, or {@code TABLE/SLICE}
   */
  public boolean has(String path) {
    if (isWhole()) {
      return true;
    }
    CRC32 sum = new CRC32();
    sum.update(path.getBytes(UTF_8));
    return sum.getValue() % of == number - 1;
  }

  @Override
  public String toString() {
    return "%s/%s".formatted(number, of);
  }
}
