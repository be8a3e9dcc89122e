package dev.vidiexport.domain.export;

import dev.vidiexport.domain.typing.ValueKind;
import java.util.Optional;

/**
 * What is done with the rows of an answer at this point: first they are sampled (or awaited, when
 * an earlier answer has decided the columns), then streamed to a sink, and after a drift only
 * observed. Each method returns the next stage.
 */
sealed interface RowStage permits SamplingRows, AwaitingFirstRow, StreamingRows, DiscoveringOnly {
  /** One value of the current row; the discovery has observed it just before. */
  RowStage value(int column, ValueKind kind, byte[] utf8, int offset, int length);

  /**
   * The current row is complete.
   *
   * @param bodyBytes how much of the body, decompressed, has been read
   */
  RowStage endRow(long bodyBytes);

  /** The rows are not to be written any more, and what follows is only looked at. */
  default RowStage giveUp(String reason) {
    return new DiscoveringOnly(reason);
  }

  /** The answer ended well: there are no more rows. */
  RowStage endRows();

  /** The stage that can complete an output; empty when there is none. */
  default Optional<StreamingRows> streaming() {
    return Optional.empty();
  }
}
