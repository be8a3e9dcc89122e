package dev.vidiexport.spi;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * An output format: the way into a plugin. Found with {@link java.util.ServiceLoader}: name the
 * class in {@code META-INF/services/dev.vidiexport.spi.SinkProvider}. It needs a public constructor
 * without arguments, which is cheap and touches nothing outside.
 *
 * <p>Thread-safe: the host may call any method at any time. Every method but {@link #open} gives
 * the same answer each time, and none returns null.
 *
 * @since 0.1.0
 */
public interface SinkProvider {
  /** The version of these interfaces: raised when an old plugin could no longer work. */
  int SPI_VERSION = 1;

  /**
   * The version of these interfaces that the provider was compiled against: {@code return
   * SPI_VERSION;}. The compiler copies the number into the plugin, so the host can tell.
   */
  int spiVersion();

  /** The name of the format, as in {@code --format}: lower case, not blank, unique. */
  String format();

  /**
   * The extensions of file names that choose this format when the user names none: lower case,
   * without the first dot, such as {@code csv} or {@code csv.gz}; the longest that fits wins. May
   * be empty.
   */
  Set<String> fileExtensions();

  /** What the sink writes to. */
  TargetKind targetKind();

  /** The options that {@code --sink-option} takes for this format; may be empty. */
  List<SinkOption> options();

  /**
   * Opens a sink for one output. A run may open several, one after the other: when an attempt
   * fails, its sink is closed without {@link Sink#commit}, and the next attempt gets a new one.
   *
   * <p>Called on the thread that will make every call to the sink.
   *
   * @param context where to write, and what
   * @throws IOException when the target cannot be opened; the message is shown to the user,
   *     followed by a way out that the host knows, unless it ends with a full stop; and nothing may
   *     remain at the target
   */
  Sink open(SinkContext context) throws IOException;
}
