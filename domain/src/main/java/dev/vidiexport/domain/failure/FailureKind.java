package dev.vidiexport.domain.failure;

/** How a run ended that did not succeed. Each kind has one exit code. */
public enum FailureKind {
  /** The command line or the request is not valid; nothing was sent. */
  INVALID_REQUEST,
  /** VidiCenter refused the credentials. */
  CREDENTIALS_REFUSED,
  /** VidiCenter reports that the export failed. */
  EXPORT_FAILED,
  /** The time ran out without trouble: VidiCenter was still building, or the body still coming. */
  TIME_OVER,
  /** The output could not be written. */
  OUTPUT_NOT_WRITTEN,
  /** The answer was not what the protocol allows. */
  PROTOCOL_BROKEN,
  /** VidiCenter could not be reached, or kept failing. */
  UNREACHABLE,
  /** VidiCenter refused the request, or this program the rows that it brings. */
  REQUEST_REFUSED,
  /** Another run is changing the history. */
  TARGET_HELD,
  /** A defect of this program. */
  DEFECT,
  /** The run was cancelled from outside. */
  CANCELLED
}
