package dev.vidiexport.app.deaths;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strace wrote of a run, in the order of time.
 *
 * @param calls every call that was traced
 */
record SystemCallTrace(List<SystemCall> calls) {
  private static final Pattern LINE = Pattern.compile("(\\d+) +(\\w+)\\((.*)");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)");
  private static final Pattern DESCRIPTOR = Pattern.compile("\\d+<([^>]*)>.*");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern RESULT = Pattern.compile(".*\\) += \\d+.*");

  /** Reads the log of {@code strace -f -y -o LOG}. */
  static SystemCallTrace read(Path log) throws IOException {
    List<SystemCall> calls = new ArrayList<>();
    Map<String, Integer> unfinished = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      Matcher begun = LINE.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      if (begun.matches()) {
        String key = begun.group(1) + begun.group(2);
        if (line.endsWith("<unfinished ...>")) {
          unfinished.put(key, calls.size());
        }
        calls.add(call(begun));
      } else if (resumed.matches()) {
        Integer index = unfinished.remove(resumed.group(1) + resumed.group(2));
        if (index != null && RESULT.matcher(line).matches()) {
          SystemCall call = calls.get(index);
          calls.set(index, new SystemCall(call.thread(), call.name(), call.paths(), true));
        }
      }
    }
    return new SystemCallTrace(List.copyOf(calls));
  }

  private static SystemCall call(Matcher line) {
    String arguments = line.group(3);
    return new SystemCall(
        Integer.parseInt(line.group(1)),
        line.group(2),
        paths(line.group(2), arguments),
        RESULT.matcher(arguments).matches());
  }

  private static List<String> paths(String name, String arguments) {
    Matcher descriptor = DESCRIPTOR.matcher(arguments);
    if (descriptor.matches()) {
      return List.of(descriptor.group(1));
    }
    List<String> paths = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(arguments);
    while (quoted.find()) {
      paths.add(quoted.group(1));
    }
    return paths;
  }

  /**
   * What can be hit: of each kind of call and each number, the first thread that comes so far, for
   * strace counts the calls of every thread by itself.
   */
  List<Hit> hits() {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Hit> first = new LinkedHashMap<>();
    for (int index = 0; index < calls.size(); index++) {
      SystemCall call = calls.get(index);
      int number = counts.merge(call.thread() + call.name(), 1, Integer::sum);
      first.putIfAbsent(call.name() + number, new Hit(call, number, index));
    }
    return List.copyOf(first.values());
  }

  /** What strace hit in this run; empty when the run ended before it came to that. */
  Optional<Hit> hitBy(Hit aim) {
    return hits().stream()
        .filter(hit -> hit.number() == aim.number())
        .filter(hit -> hit.call().name().equals(aim.call().name()))
        .findFirst();
  }

  /** What a call of this run is, and the how many-eth of its kind. */
  String moment(Hit hit, Path folder) {
    String described = hit.call().described(folder);
    long number =
        calls.subList(0, hit.index() + 1).stream()
            .filter(other -> other.described(folder).equals(described))
            .count();
    return described + " #" + number;
  }

  /** Whether a file had its name before a call of this run was made. */
  boolean hasNamed(Path file, Hit before) {
    return calls.subList(0, before.index()).stream().anyMatch(call -> call.named(file));
  }

  /** Whether a file got a name in this run, and kept it. */
  boolean hasNamed(Path file) {
    return calls.stream().anyMatch(call -> call.named(file));
  }

  /**
   * A call that strace can be told to hit.
   *
   * @param call the call
   * @param number its number among those of its name in its thread, from 1
   * @param index its place among all calls
   */
  record Hit(SystemCall call, int number, int index) {}
}
