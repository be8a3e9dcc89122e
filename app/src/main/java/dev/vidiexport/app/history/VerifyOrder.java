package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.domain.verify.HistoryPart;

/**
 * What a valid {@code verify} is to do. Immutable.
 *
 * @param namesExports whether the user named exports, so that no others are looked at
 * @param withRows whether rows are read back, too
 * @param isRepair whether what differs is marked as missing
 */
public record VerifyOrder(
    ChosenProject chosen,
    boolean namesExports,
    HistoryPart part,
    boolean withRows,
    boolean isRepair) {
  public VerifyOrder {
    requireNonNull(chosen, "chosen must not be null");
    requireNonNull(part, "part must not be null");
  }
}
