package dev.vidiexport.spi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An output format: the way into a plugin. Found with {@link java.util.ServiceLoader}: name the
 * class in {@code META-INF/services/dev.vidiexport.spi.SinkProvider}. It needs a public constructor
 * without arguments, which is cheap and touches nothing outside.
 *
 * <p>Thread-safe: the host may call any method at any time. Every method but {@link #check} and
 * {@link #open} gives the same answer each time, and none returns null.
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

  /**
   * The name of the format, as in {@code --format}: lower-case letters, digits and hyphens,
   * beginning with a letter; unique.
   */
  String format();

  /**
   * The extensions of file names that choose this format when the user names none: lower-case
   * letters, digits and dots, without the first dot, such as {@code csv} or {@code csv.gz}; the
   * longest that fits wins. At most 50; may be empty.
   */
  Set<String> fileExtensions();

  /**
   * The schemes of addresses that choose this format when the user names none, whatever the address
   * ends with: {@code postgresql} takes {@code postgresql://host/database}. At least two characters
   * each, lower-case letters, digits, plus signs, hyphens and dots, beginning with a letter. At
   * most 10; may be empty, and is for the kind {@link TargetKind#EXTERNAL} alone.
   */
  default Set<String> addressSchemes() {
    return Set.of();
  }

  /** What the sink writes to. */
  TargetKind targetKind();

  /** The options that {@code --sink-option} takes for this format: at most 100; may be empty. */
  List<SinkOption> options();

  /**
   * Whether sinks of this format take numbers that are not finite. VidiCenter's JSON may hold
   * {@code NaN}, {@code Infinity} and {@code -Infinity}, though JSON has none of them.
   *
   * <p>A sink that takes them gets them as the {@code double} that they are in a column of the type
   * {@link dev.vidiexport.domain.table.ColumnType#DECIMAL}, and in one of the type {@link
   * dev.vidiexport.domain.table.ColumnType#TEXT} as one of these three words, which came bare. Any
   * other sink gets null in their place, and the user is told how many there were; a decimal is
   * always finite then.
   */
  default boolean takesNonFinite() {
    return false;
  }

  /**
   * Whether sinks of this format want rows to tell what their places are called, as if {@code
   * --with names} had been given.
   */
  default boolean wantsNames() {
    return false;
  }

  /**
   * Says early that a sink of this format would make nothing of a request, or not with these
   * options: that it writes no rows of that data type, or that two options contradict each other.
   *
   * <p>Asked in a run of {@code export}, before anything is asked of VidiCenter; and without any
   * arguments, whether the format can keep the files of a history, whose requests are not known
   * yet.
   *
   * @param options a value for each of {@link #options()}, checked by the host
   * @param request VidiCenter's argument names and values
   * @return empty when nothing is wrong, else what is, as a whole sentence for the user
   */
  default Optional<String> problemWith(SinkOptions options, Map<String, String> request) {
    return Optional.empty();
  }

  /**
   * Says early that an output is no good by its text alone, or by what is written in files of
   * settings on this machine: that an address has a part missing, holds a password, or that a file
   * of passwords is open to others. Asks nobody and changes nothing.
   *
   * <p>Asked of formats of kind {@link TargetKind#EXTERNAL} alone, before anything is asked of
   * VidiCenter, in a dry run too.
   *
   * @param options a value for each of {@link #options()}, checked by the host
   * @param output the text of {@code --output}, as given
   * @return empty when nothing is wrong, else what is, as a whole sentence for the user, which
   *     holds no password
   */
  default Optional<String> problemWithTarget(SinkOptions options, String output) {
    return Optional.empty();
  }

  /**
   * Says early that sinks of this format could not work here: that native code does not load, or
   * that a server cannot be reached. VidiCenter takes minutes to build an export; whoever waits for
   * it should not learn only then that nothing can be written.
   *
   * <p>Called once in a run, in a dry run too ({@link SinkCheck#dryRun}: connect to no server
   * then), before anything is asked of VidiCenter, on a thread that is not the one that will write.
   * It changes nothing at the target and leaves nothing open. That it returns is no promise: {@link
   * #open} may fail all the same. It takes of the time that {@code --timeout} gives to the whole
   * run: when that is over, or the user ends the run, the thread is interrupted, and nobody waits
   * for it.
   *
   * @param check what is known by then; the schema is not
   * @throws IOException when no sink could be opened; the run ends as if the output could not be
   *     written, and the message is shown to the user as that of {@link #open} is
   */
  default void check(SinkCheck check) throws IOException {}

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

  /**
   * How formats of this kind keep a whole history in tables, for those that can; for the kind
   * {@link TargetKind#EXTERNAL} with {@link #addressSchemes} alone. It is given an address in place
   * of the folder that a history else has.
   *
   * @return the same each time; empty when they keep none
   */
  default Optional<SliceTables> sliceTables() {
    return Optional.empty();
  }
}
