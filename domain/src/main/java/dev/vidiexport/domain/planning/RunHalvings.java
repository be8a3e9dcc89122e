package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceHalves;
import dev.vidiexport.domain.history.SliceKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which slices are halved in a run, and which exports are given up: where a slice was refused and
 * both its halves are refused as well, it is not for its sources, and all others would be refused,
 * too. What is refused for its size says nothing about others, and is halved on and on.
 *
 * <p>A half that is refused is not halved before the other half has ended. For one thread at a
 * time.
 */
public final class RunHalvings {
  private final Map<SliceKey, Pair> pairs = new HashMap<>();
  private final Set<String> givenUp = new HashSet<>();

  /**
   * Takes into account that a slice failed or was refused.
   *
   * @param isDivisible whether it may be halved
   * @return what is to be halved now, in order: this slice, or another that waited for its end, or
   *     nothing; a slice that is not among them keeps its failure
   */
  public List<SliceHalves> failed(SliceKey key, boolean isDivisible, FailureReason reason) {
    Optional<SliceHalves> halves =
        isDivisible && SliceFailureRules.isHalved(reason)
            ? Optional.of(SliceHalves.of(key))
            : Optional.empty();
    boolean isPlainRefusal = SliceFailureRules.isPlainRefusal(reason);
    Pair pair = pairs.remove(key);
    if (pair == null || !isPlainRefusal) {
      halves.ifPresent(parts -> remember(parts, isPlainRefusal));
      return pair == null ? halves.stream().toList() : ended(pair, halves);
    }
    if (pair.isOneRefused) {
      givenUp.add(key.export());
      return List.of();
    }
    if (pair.isOneEnded) {
      halves.ifPresent(parts -> remember(parts, true));
      return halves.stream().toList();
    }
    pair.isOneEnded = true;
    pair.isOneRefused = true;
    pair.waiting = halves;
    return List.of();
  }

  /**
   * Takes into account that a slice has an answer.
   *
   * @return what is to be halved now, because it waited for that
   */
  public List<SliceHalves> answered(SliceKey key) {
    Pair pair = pairs.remove(key);
    return pair == null ? List.of() : ended(pair, Optional.empty());
  }

  /** Whether no slice of an export is begun any more; what is not asked for counts as refused. */
  public boolean isGivenUp(String export) {
    return givenUp.contains(export);
  }

  private List<SliceHalves> ended(Pair pair, Optional<SliceHalves> own) {
    Optional<SliceHalves> released = pair.waiting;
    pair.isOneEnded = true;
    pair.waiting = Optional.empty();
    released.ifPresent(parts -> remember(parts, true));
    return Stream.concat(own.stream(), released.stream()).toList();
  }

  /** Only of what was refused plainly do halves tell something. */
  private void remember(SliceHalves halves, boolean isPlainRefusal) {
    if (isPlainRefusal) {
      Pair pair = new Pair();
      pairs.put(halves.first(), pair);
      pairs.put(halves.second(), pair);
    }
  }

  /** Two halves of a slice that was refused. */
  private static final class Pair {
    private boolean isOneEnded;
    private boolean isOneRefused;
    private Optional<SliceHalves> waiting = Optional.empty();
  }
}
