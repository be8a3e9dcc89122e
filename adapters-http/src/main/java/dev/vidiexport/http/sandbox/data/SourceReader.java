package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.SandboxTopology;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the ids of the sources of an export. */
final class SourceReader {
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  private final SandboxTopology topology;

  SourceReader(SandboxTopology topology) {
    this.topology = topology;
  }

  Map<SourceArgument, Set<Long>> read(Map<String, String> arguments) {
    Map<SourceArgument, Set<Long>> sources = new EnumMap<>(SourceArgument.class);
    for (SourceArgument kind : SourceArgument.values()) {
      String list = arguments.get(kind.argument());
      if (list != null) {
        sources.put(kind, ids(kind, list));
      }
    }
    if (sources.isEmpty()) {
      throw Refusal.badRequest("At least one source is required, such as locations");
    }
    return sources;
  }

  private Set<Long> ids(SourceArgument kind, String list) {
    Set<Long> ids = new TreeSet<>();
    for (String text : list.split(",", -1)) {
      if (!ID.matcher(text).matches()) {
        throw Refusal.badRequest(
            "%s must be ids separated by commas, but was %s".formatted(kind.argument(), list));
      }
      ids.add(Long.parseLong(text));
    }
    refuseUnreachable(kind, ids);
    return ids;
  }

  private void refuseUnreachable(SourceArgument kind, Set<Long> ids) {
    if (ids.contains(SandboxTopology.FOREIGN_ID)) {
      throw Refusal.of(
          403, "You have no access to %s %s".formatted(kind.noun(), SandboxTopology.FOREIGN_ID));
    }
    Set<Long> unknown = new TreeSet<>(ids);
    kind.ids(topology).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw Refusal.of(404, "There is no %s %s".formatted(kind.noun(), unknown.iterator().next()));
    }
  }
}
