package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.report.Goal;
import dev.vidiexport.app.bench.report.MarkdownTable;
import dev.vidiexport.app.bench.report.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long short command lines took, by the way they were started. Not thread-safe. */
final class StartTimes {
  static final String PLAIN = "plain";
  static final String LAUNCHED = "by the launcher";

  private final boolean keepsProfiles;
  private final Map<String, Map<String, List<Double>>> seconds = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param keepsProfiles whether this Java keeps profiles of what it ran, for the launcher
   */
  StartTimes(boolean keepsProfiles) {
    this.keepsProfiles = keepsProfiles;
  }

  void add(String way, String command, double taken) {
    seconds
        .computeIfAbsent(way, key -> new LinkedHashMap<>())
        .computeIfAbsent(command, key -> new ArrayList<>())
        .add(taken);
  }

  String markdown() {
    List<String> ways = List.copyOf(seconds.keySet());
    MarkdownTable times =
        new MarkdownTable(
            Stream.concat(
                    Stream.of("command"),
                    ways.stream().flatMap(way -> Stream.of("ms, " + way, "by empty, " + way)))
                .toArray(String[]::new));
    for (String command : seconds.get(PLAIN).keySet()) {
      times.row(
          Stream.concat(
                  Stream.of(command),
                  ways.stream()
                      .flatMap(
                          way ->
                              Stream.of(
                                  Spread.of(milliseconds(way, command)).shown(0),
                                  byEmpty(way, command).shown(2))))
              .toArray(String[]::new));
    }
    MarkdownTable goals = Goal.table();
    ways.forEach(way -> judge(way, goals));
    return times.markdown() + "\n" + goals.markdown();
  }

  List<Map<String, Object>> json() {
    List<Map<String, Object>> json = new ArrayList<>();
    seconds.forEach(
        (way, commands) ->
            commands.forEach(
                (command, taken) ->
                    json.add(
                        Map.of(
                            "way",
                            way,
                            "command",
                            command,
                            "seconds",
                            Spread.of(taken).json(),
                            "by_empty",
                            byEmpty(way, command).json()))));
    seconds.keySet().forEach(way -> json.addAll(judge(way, Goal.table())));
    return json;
  }

  private List<Map<String, Object>> judge(String way, MarkdownTable goals) {
    boolean isWarm = keepsProfiles && way.equals(LAUNCHED);
    return List.of(
        Goal.atMost("--version, " + way, 2.5, 1.7, " × empty")
            .judge(byEmpty(way, ShortCommands.VERSION), goals),
        Goal.atMost("sinks, " + way, 6, 4, " × empty")
            .judge(byEmpty(way, ShortCommands.SINKS), goals),
        Goal.atMost("export of the example, " + way, isWarm ? 0.35 : 1.0, isWarm ? 0.35 : 0.5, " s")
            .judge(Spread.of(seconds.get(way).get(ShortCommands.EXAMPLE)), goals));
  }

  private List<Double> milliseconds(String way, String command) {
    return seconds.get(way).get(command).stream().map(taken -> taken * 1000).toList();
  }

  /** By the empty program of the same round. */
  private Spread byEmpty(String way, String command) {
    List<Double> taken = seconds.get(way).get(command);
    List<Double> empty = seconds.get(way).get(ShortCommands.NOTHING);
    return Spread.of(
        IntStream.range(0, taken.size())
            .mapToObj(round -> taken.get(round) / empty.get(round))
            .toList());
  }
}
