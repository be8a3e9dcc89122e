package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.SourceSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Packs sources, ids ascending, into as few requests as the limits allow. */
final class SlicePacking {
  private SlicePacking() {}

  /**
   * The sources of each request, ascending; together they are those given.
   *
   * @param indexes which sources
   * @param mostSources how many may share a request; at least 1
   * @param mostCharacters how long a list of ids may be, commas included; one source gets a request
   *     whatever its length
   */
  static List<SourceSet> pack(
      AskedSources sources, BitSet indexes, int mostSources, int mostCharacters) {
    List<SourceSet> requests = new ArrayList<>();
    long[] ids = indexes.stream().mapToLong(sources::id).toArray();
    int first = 0;
    int characters = 0;
    for (int index = 0; index < ids.length; index++) {
      int added = digits(ids[index]) + (index > first ? 1 : 0);
      boolean isFull = index - first == mostSources || characters + added > mostCharacters;
      if (isFull && index > first) {
        requests.add(part(sources, ids, first, index));
        first = index;
        characters = 0;
        added = digits(ids[index]);
      }
      characters += added;
    }
    if (ids.length > 0) {
      requests.add(part(sources, ids, first, ids.length));
    }
    return requests;
  }

  private static SourceSet part(AskedSources sources, long[] ids, int from, int to) {
    return SourceSet.of(sources.kind(), Arrays.copyOfRange(ids, from, to));
  }

  private static int digits(long id) {
    int digits = 1;
    for (long rest = id; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
