package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.SourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Some sources of one kind: at least one, each once, ascending. Immutable. Many slices ask for the
 * same sources, so whoever holds many slices keeps one object for all that are equal.
 */
public final class SourceSet {
  private static final int DIGITS_IN_FILE_NAMES = 8;

  private final SourceKind kind;
  private final long[] ids;
  private final int hash;

  private SourceSet(SourceKind kind, long[] ids) {
    this.kind = kind;
    this.ids = ids;
    this.hash = 31 * kind.argument().hashCode() + Arrays.hashCode(ids);
  }

  /**
   * Sources by their ids, in whatever order they are given.
   *
   * @param ids at least one, all positive; one that is given twice is in the set once
   */
  public static SourceSet of(SourceKind kind, long... ids) {
    requireNonNull(kind, "kind must not be null");
    long[] sorted = LongStream.of(ids).sorted().distinct().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("ids must not be empty");
    }
    if (sorted[0] < 1) {
      throw new IllegalArgumentException("ids must be positive, but one was " + sorted[0]);
    }
    return new SourceSet(kind, sorted);
  }

  /** The same, of a list. */
  public static SourceSet of(SourceKind kind, List<Long> ids) {
    return of(kind, ids.stream().mapToLong(Long::longValue).toArray());
  }

  /** What kind of sources these are. */
  public SourceKind kind() {
    return kind;
  }

  /** How many there are; at least 1. */
  public int size() {
    return ids.length;
  }

  /** The id at an index from 0 to {@code size() - 1}, in ascending order. */
  public long id(int index) {
    return ids[index];
  }

  /** All ids, ascending. */
  public LongStream ids() {
    return LongStream.of(ids);
  }

  /** Whether a source belongs to the set. */
  public boolean contains(long id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  /**
   * Some of the sources, one after the other.
   *
   * @param from the index of the first, at least 0
   * @param to the index behind the last, above {@code from} and at most {@code size()}
   */
  public SourceSet part(int from, int to) {
    return of(kind, Arrays.copyOfRange(ids, from, to));
  }

  /** As a URL names them: {@code locations=1056,1057}. */
  public String text() {
    return LongStream.of(ids)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(",", kind.argument() + "=", ""));
  }

  /** What stands for these sources in the names of files: eight hexadecimal digits. */
  public String fileDigits() {
    return TextDigest.of(text(), DIGITS_IN_FILE_NAMES);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SourceSet set && kind == set.kind && Arrays.equals(ids, set.ids));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return text();
  }
}
