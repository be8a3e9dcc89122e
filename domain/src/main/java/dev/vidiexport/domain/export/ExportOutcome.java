package dev.vidiexport.domain.export;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.ExportException;
import java.util.Optional;

/**
 * How a run ended. Immutable.
 *
 * @param receipt what came of it
 * @param failure why there is no output; empty when the output is complete
 */
public record ExportOutcome(ExportReceipt receipt, Optional<ExportException> failure) {
  public ExportOutcome {
    requireNonNull(receipt, "receipt must not be null");
    requireNonNull(failure, "failure must not be null");
  }
}
