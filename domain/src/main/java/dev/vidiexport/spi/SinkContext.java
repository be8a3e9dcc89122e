package dev.vidiexport.spi;

import dev.vidiexport.domain.table.Schema;

/**
 * What the host gives to a sink that is opened. Made by the host; methods that have a body may be
 * added without notice. It holds no credentials.
 *
 * @since 0.1.0
 */
public interface SinkContext {
  /** Where to write; of the class that fits {@link SinkProvider#targetKind()}. */
  SinkTarget target();

  /** The columns of every batch that will come, in order. */
  Schema schema();

  /** A value for each of {@link SinkProvider#options()}, checked by the host. */
  SinkOptions options();
}
