package dev.vidiexport.domain.typing;

/** How a value was written in the JSON that brought it. */
public enum ValueKind {
  /** {@code null}. */
  NULL,
  /** A quoted text, an empty one included. */
  TEXT,
  /** A bare number. */
  NUMBER,
  /** A bare {@code NaN}, {@code Infinity} or {@code -Infinity}, which JSON does not have. */
  NON_FINITE,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** An object or an array. */
  NESTED
}
