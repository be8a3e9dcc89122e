package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.topology.Id;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which place is in which time zone: lines such as {@code 1056: Europe/Paris} for a location,
 * and {@code site 12: Europe/London} for a site and its locations. Blank lines, and what follows a
 * {@code #}, mean nothing.
 */
final class ZoneLines {
  /** So many mistakes of one file are told. */
  private static final int MOST_PROBLEMS = 10;

  private static final Pattern LINE =
      Pattern.compile("(?<site>site\\s+)?(?<id>[0-9]{1,100})\\s*:\\s*(?<zone>\\S+)");

  private final String argument;
  private final Violations violations;
  private final Map<Id, ZoneId> ofLocations = new HashMap<>();
  private final Map<Id, ZoneId> ofSites = new HashMap<>();
  private final Map<String, Integer> lineOfPlace = new HashMap<>();
  private int problems;

  ZoneLines(String argument, Violations violations) {
    this.argument = argument;
    this.violations = violations;
  }

  /**
   * The zones of all places that are named; a violation for each line that is not good.
   *
   * @param otherwise the zone of all others
   */
  PlaceZones read(String content, Optional<ZoneId> otherwise) {
    List<String> lines = content.lines().toList();
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index).replaceFirst("#.*", "").replace("\uFEFF", "").strip();
      if (!line.isEmpty()) {
        read(index + 1, line);
      }
    }
    if (problems > MOST_PROBLEMS) {
      violations.add(
          argument, "has %s more lines that are not good".formatted(problems - MOST_PROBLEMS));
    }
    return new PlaceZones(ofLocations, ofSites, otherwise);
  }

  private void read(int number, String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      add(
          number,
          "must be such as 1056: Europe/Paris, or site 12: Europe/London, but was "
              + QuotedText.of(line));
      return;
    }
    Id id = Id.parse(matcher.group("id")).orElseThrow();
    boolean isSite = matcher.group("site") != null;
    String place = (isSite ? "site " : "location ") + id;
    Integer before = lineOfPlace.putIfAbsent(place, number);
    if (before != null) {
      add(number, "names the %s again, which line %s names".formatted(place, before));
      return;
    }
    String zone = matcher.group("zone");
    ZoneRules.find(zone)
        .ifPresentOrElse(
            found -> (isSite ? ofSites : ofLocations).put(id, found),
            () -> add(number, ZoneRules.problem(zone)));
  }

  private void add(int number, String problem) {
    problems++;
    if (problems <= MOST_PROBLEMS) {
      violations.add(argument, "line %s %s".formatted(number, problem));
    }
  }
}
