package dev.vidiexport.app.backfill;

import static java.util.stream.Collectors.joining;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.typing.KnownColumns;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * An export of a history in windows of a day, as a project file has it and as one request for all
 * of it would ask.
 *
 * @param name what it is called
 * @param dataType the type of data
 * @param resolution its resolution
 * @param grouped whether it is grouped by demographics
 * @param locations their ids, ascending
 * @param first the first day
 * @param last the last day that is over
 */
public record HistoryEntry(
    String name,
    String dataType,
    TimeResolution resolution,
    boolean grouped,
    List<Long> locations,
    LocalDate first,
    LocalDate last) {
  private static final Pattern SLICE =
      Pattern.compile("data_type=(\\w+)&start=(\\d{4}-\\d{2}-\\d{2})T.*&time_resolution=(\\w+)");

  private static final Pattern DAY = Pattern.compile("/date=(\\d{4}-\\d{2}-\\d{2})/");

  private static final long FIRST_LOCATION = 1056;

  /** The first locations of a sandbox. */
  public static List<Long> locations(int number) {
    return LongStream.range(FIRST_LOCATION, FIRST_LOCATION + number).boxed().toList();
  }

  /** Its days. */
  public List<LocalDate> days() {
    return first.datesUntil(last.plusDays(1)).toList();
  }

  /** How the slice of a day is told from all others: by what is asked for. */
  public String slice(LocalDate day) {
    return "%s %s %s".formatted(dataType, resolution.argument(), day);
  }

  /** The slices that calls ask for, call by call, in that writing; others ask for none. */
  public static List<String> slicesOf(List<String> calls) {
    return calls.stream()
        .flatMap(call -> SLICE.matcher(call).results())
        .map(found -> "%s %s %s".formatted(found.group(1), found.group(3), found.group(2)))
        .toList();
  }

  /** The slices of its files, in that writing. */
  List<String> slicesOfFiles(Collection<String> files) {
    return files.stream()
        .filter(file -> file.startsWith(name + "/"))
        .flatMap(file -> DAY.matcher(file).results())
        .map(found -> slice(LocalDate.parse(found.group(1))))
        .toList();
  }

  /** What the request for all its rows asks for, and for finest ones of a second more. */
  Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("locations", locations.stream().map(String::valueOf).collect(joining(",")));
    arguments.put("data_type", dataType);
    arguments.put("start", first + "T00:00:00");
    arguments.put(
        "end", resolution.isAggregated() ? last + "T23:59:59" : last.plusDays(1) + "T00:00:00");
    arguments.put("time_resolution", resolution.argument());
    if (grouped) {
      arguments.put("group_by_demographics", "1");
    }
    return arguments;
  }

  /** What the documentation says of its columns. */
  KnownColumns columns() {
    return DataCatalogue.documented().columns(dataType, resolution, grouped);
  }
}
