package dev.vidiexport.app.plugins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The output formats found, and what was found but cannot be used. Immutable.
 *
 * @param sinks those that can be used, in alphabetical order of their formats
 * @param skipped those that cannot
 */
public record SinkRegistry(List<InstalledSink> sinks, List<SkippedPlugin> skipped) {
  public SinkRegistry {
    sinks = sinks.stream().sorted(Comparator.comparing(InstalledSink::format)).toList();
    skipped = List.copyOf(skipped);
  }

  /** The format of that name. */
  public Optional<InstalledSink> find(String format) {
    return sinks.stream().filter(sink -> sink.format().equals(format)).findFirst();
  }

  /** The formats that ship with this program. */
  public List<InstalledSink> builtIn() {
    return sinks.stream().filter(InstalledSink::builtIn).toList();
  }

  /** The names of all formats. */
  public List<String> formats() {
    return sinks.stream().map(InstalledSink::format).toList();
  }

  /**
   * The formats that a file's name chooses by its extension, upper and lower case alike: those with
   * the longest extension that fits. A built-in format wins over plugins; several plugins are for
   * the user to choose from.
   */
  public List<Match> matching(String fileName) {
    List<Match> matches = new ArrayList<>();
    for (InstalledSink sink : sinks) {
      sink.extensionOf(fileName).ifPresent(extension -> matches.add(new Match(sink, extension)));
    }
    int longest = matches.stream().mapToInt(match -> match.extension().length()).max().orElse(0);
    matches.removeIf(match -> match.extension().length() < longest);
    return builtInElseAll(matches, Match::sink);
  }

  /**
   * The formats that an address chooses by its scheme. A built-in format wins over plugins.
   *
   * @param scheme in lower case
   */
  public List<InstalledSink> takingAddresses(String scheme) {
    List<InstalledSink> takers =
        sinks.stream().filter(sink -> sink.provider().addressSchemes().contains(scheme)).toList();
    return builtInElseAll(takers, Function.identity());
  }

  private static <T> List<T> builtInElseAll(List<T> found, Function<T, InstalledSink> sinkOf) {
    List<T> builtIn = found.stream().filter(one -> sinkOf.apply(one).builtIn()).toList();
    return builtIn.isEmpty() ? List.copyOf(found) : builtIn;
  }

  /**
   * A format that a file's name chooses.
   *
   * @param sink the format
   * @param extension which of its extensions the name ends with
   */
  public record Match(InstalledSink sink, String extension) {}
}
