package dev.vidiexport.http.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads lists of names that narrow what connections are encrypted with. Java refuses some nonsense
 * in them only when it connects, and takes what it wants instead of other.
 */
final class TlsNames {
  private static final Pattern COMMA = Pattern.compile(",");

  private final JavaProperties properties;
  private final Consumer<IllegalArgumentException> problems;

  TlsNames(JavaProperties properties, Consumer<IllegalArgumentException> problems) {
    this.properties = properties;
    this.problems = problems;
  }

  /**
   * What is left of the names that this program can use.
   *
   * @param lists the properties with lists, each of which narrows the choice
   * @param known all names that may occur
   * @param usable those of them that are of use
   * @param must what such a property must be, as the end of a sentence
   * @return at least one; all that are usable where nothing was said, or there were problems
   */
  List<String> read(List<String> lists, Set<String> known, List<String> usable, String must) {
    Set<String> left = new LinkedHashSet<>(usable);
    for (String list : lists) {
      Optional<String> text = properties.text(list);
      if (text.isEmpty()) {
        continue;
      }
      Set<String> names = names(text.get());
      Set<String> both = new LinkedHashSet<>(left);
      both.retainAll(names);
      if (both.isEmpty() || !known.containsAll(names)) {
        problems.accept(WrongProperty.of("%s must be " + must + ", but was %s.", list, text.get()));
        return usable;
      }
      left = both;
    }
    return List.copyOf(left);
  }

  /** Java allows quotes around it all. */
  private static Set<String> names(String text) {
    String bare = text.strip();
    if (bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    return COMMA.splitAsStream(bare).map(String::strip).collect(Collectors.toSet());
  }
}
