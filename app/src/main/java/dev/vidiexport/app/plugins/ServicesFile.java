package dev.vidiexport.app.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the list of a jar's sinks, its services file: a class name on each line, and comments
 * behind {@code #}. It accepts more than {@link java.util.ServiceLoader}, a byte order mark before
 * the first line, and less: that would read an endless list.
 */
final class ServicesFile {
  /** Where the list is in a jar. */
  static final String ENTRY = "META-INF/services/dev.vidiexport.spi.SinkProvider";

  /** Far more than a list of sinks needs. */
  static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_SINKS = 100;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ServicesFile() {}

  /**
   * The names of the classes, in order, each once.
   *
   * @throws UnusablePluginException when a line is no name of a class, or there are too many
   */
  static List<String> parse(byte[] list) throws UnusablePluginException {
    Set<String> names = new LinkedHashSet<>();
    String text = new String(list, UTF_8);
    int number = 0;
    for (String line : withoutMark(text).split("\r\n|\r|\n", -1)) {
      number++;
      String name = line.replaceFirst("#.*", "").strip();
      if (!name.isEmpty()) {
        requireName(name, number);
        names.add(name);
      }
      if (names.size() > MOST_SINKS) {
        throw new UnusablePluginException("it lists more than %s sinks".formatted(MOST_SINKS));
      }
    }
    return List.copyOf(names);
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static void requireName(String name, int line) throws UnusablePluginException {
    for (String part : name.split("\\.", -1)) {
      boolean isName =
          !part.isEmpty()
              && Character.isJavaIdentifierStart(part.codePointAt(0))
              && part.codePoints().allMatch(Character::isJavaIdentifierPart);
      if (!isName) {
        throw new UnusablePluginException(
            "line %s of its list of sinks is not the name of a class: \"%.60s\""
                .formatted(line, name));
      }
    }
  }
}
