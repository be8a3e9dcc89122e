package dev.vidiexport.domain.catalogue;

import dev.vidiexport.domain.request.TimeResolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of {@code keys.txt}, the copy by hand of what the documentation says: the keys that the
 * rows of a data type have at some resolutions.
 *
 * @param keys in the order of the output, those that may come unasked included
 */
record DocumentedRows(String dataType, Set<TimeResolution> resolutions, List<Key> keys) {
  /** When a row has a key, and at which resolutions it may. */
  record Key(String name, ColumnPresence presence, Set<TimeResolution> resolutions) {
    boolean isPromised(TimeResolution resolution, boolean grouped) {
      return resolutions.contains(resolution)
          && switch (presence) {
            case ALWAYS, MAY_BE_MISSING -> true;
            case WHEN_GROUPED -> grouped;
            case WHEN_NOT_GROUPED -> !grouped;
            case OPTIONAL, FORMER_NAME -> false;
          };
    }
  }

  static List<DocumentedRows> all() {
    return DocumentedText.lines("keys.txt").stream().map(DocumentedRows::of).toList();
  }

  private static DocumentedRows of(String line) {
    String[] fields = line.split(" \\| ", -1);
    Set<TimeResolution> resolutions = resolutions(fields[1]);
    List<Key> keys = new ArrayList<>();
    for (String word : fields[2].split(" ", -1)) {
      keys.add(key(word, resolutions));
      if (word.equals("period_start")) {
        keys.add(new Key("period_start_date", ColumnPresence.OPTIONAL, resolutions));
        keys.add(new Key("period_start_time", ColumnPresence.OPTIONAL, resolutions));
      }
    }
    return new DocumentedRows(fields[0], resolutions, keys);
  }

  private static Key key(String word, Set<TimeResolution> resolutions) {
    String[] parts = word.split("@", -1);
    Set<TimeResolution> own = parts.length == 1 ? resolutions : resolutions(parts[1]);
    ColumnPresence presence =
        switch (parts[0].charAt(parts[0].length() - 1)) {
          case '+' -> ColumnPresence.WHEN_GROUPED;
          case '-' -> ColumnPresence.WHEN_NOT_GROUPED;
          case '*' -> ColumnPresence.MAY_BE_MISSING;
          case '~' -> ColumnPresence.FORMER_NAME;
          default -> ColumnPresence.ALWAYS;
        };
    return new Key(parts[0].replaceAll("[-+*~]$", ""), presence, own);
  }

  private static Set<TimeResolution> resolutions(String words) {
    return words.equals("aggregated")
        ? Arrays.stream(TimeResolution.values())
            .filter(TimeResolution::isAggregated)
            .collect(Collectors.toSet())
        : Arrays.stream(words.split(",", -1))
            .map(word -> TimeResolution.find(word).orElseThrow())
            .collect(Collectors.toSet());
  }

  /** Whether its exports can be grouped by demographics: not, or both ways. */
  List<Boolean> groupings() {
    boolean canBeGrouped =
        keys.stream().anyMatch(key -> key.presence() == ColumnPresence.WHEN_GROUPED);
    return canBeGrouped ? List.of(false, true) : List.of(false);
  }

  @Override
  public String toString() {
    return dataType + " " + resolutions;
  }
}
