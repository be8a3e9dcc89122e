package dev.vidiexport.domain.port;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What takes the place of what a slice had. Immutable.
 *
 * @param answer whose rows, or none, are to be in that place
 * @param earlier the answer that the slice had; empty where it had none, or what is known of it
 *     counts no more
 * @param columns all columns of the export that are known, those of the rows among them, by
 *     ascending number
 * @param at when what was there before is taken for replaced
 */
public record SliceReplacement(
    SliceAnswer answer, Optional<SliceAnswer> earlier, List<NumberedColumn> columns, Instant at) {
  public SliceReplacement {
    requireNonNull(answer, "answer must not be null");
    requireNonNull(earlier, "earlier must not be null");
    columns = List.copyOf(columns);
    requireNonNull(at, "at must not be null");
  }
}
