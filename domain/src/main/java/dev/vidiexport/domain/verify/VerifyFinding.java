package dev.vidiexport.domain.verify;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.SliceKey;
import java.util.Optional;

/**
 * A difference between what stands and the ledger. Immutable.
 *
 * @param path of a file below the target, with slashes; of rows in a database {@code TABLE/SLICE}
 * @param remark what people should know of it: words without an end mark; empty for nothing
 * @param lost the slice to be marked as missing where that is wanted; empty where there is none
 */
public record VerifyFinding(
    FindingKind kind, String path, Optional<String> remark, Optional<SliceKey> lost) {
  public VerifyFinding {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(path, "path must not be null");
    requireNonNull(remark, "remark must not be null");
    requireNonNull(lost, "lost must not be null");
  }
}
