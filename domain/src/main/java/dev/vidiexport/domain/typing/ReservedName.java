package dev.vidiexport.domain.typing;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that no column may have in an output, in upper or lower case, because something else there
 * has it: the folders into which files are parted. A column that is called so gets {@code _2} after
 * its name, and so does one that is called what this makes: of the keys {@code date}, {@code
 * date_2} and {@code DATE} come {@code date_2}, {@code date_2_2} and {@code DATE_2}. So the name of
 * a column depends on its key alone, different keys have different names, and the key can be told
 * from the name. Immutable.
 */
public final class ReservedName {
  private static final String SUFFIX = "_2";

  private final String name;
  private final Pattern taken;

  /** Reserves a name. */
  public ReservedName(String name) {
    this.name = requireNonNull(name, "name must not be null");
    this.taken =
        Pattern.compile(Pattern.quote(name) + "(" + SUFFIX + ")*+", Pattern.CASE_INSENSITIVE);
  }

  /** The name in the output of a column with this key. */
  public String written(String received) {
    return taken.matcher(received).matches() ? received + SUFFIX : received;
  }

  /** The key of a column that has this name in the output; it is a name that columns can have. */
  public String received(String written) {
    Matcher matcher = taken.matcher(written);
    return matcher.matches() ? written.substring(0, written.length() - SUFFIX.length()) : written;
  }

  @Override
  public String toString() {
    return name;
  }
}
