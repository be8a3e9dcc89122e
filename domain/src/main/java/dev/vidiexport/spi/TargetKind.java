package dev.vidiexport.spi;

/**
 * What a sink writes to, and so what the host does for it.
 *
 * @since 0.1.0
 */
public enum TargetKind {
  /** A stream that the host gives; works for files and for standard output. */
  BYTES,
  /** A path in a private folder that the host publishes from; side files there are thrown away. */
  FILE,
  /**
   * Something of the sink's own, named by the text of {@code --output}: a database, a service. The
   * host stages and publishes nothing; the sink's {@code commit} alone makes the rows appear.
   */
  EXTERNAL
}
