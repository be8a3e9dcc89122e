package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What there is to tell of one request: more from build to build where cameras upload late, the
 * same in other words, and now and then less.
 */
final class ServedContent {
  private final SimulatedTopology topology;
  private final SimulatedMachine machine;
  private final SeededChance chance;
  private final Supplier<LocalDateTime> times;
  private final Map<Long, List<Entry>> entries = new LinkedHashMap<>();
  private Map<Long, List<Entry>> lost = Map.of();
  private Instant seen = Instant.MIN;
  private boolean isNothing;

  /**
   * Content that is not there yet.
   *
   * @param times gives a time in the window
   */
  ServedContent(
      SimulatedTopology topology,
      SimulatedMachine machine,
      SeededChance chance,
      Supplier<LocalDateTime> times) {
    this.topology = topology;
    this.machine = machine;
    this.chance = chance;
    this.times = times;
  }

  /**
   * A row.
   *
   * @param isPlaceholder whether nothing was measured
   */
  record Entry(LocalDateTime time, boolean isPlaceholder) {}

  /** It is built for the first time, with so many rows of a source at most. */
  void begin(List<Long> sources, int least, int most, Instant now) {
    seen = now;
    isNothing = chance.in(0.12);
    for (long source : sources) {
      int count = chance.between(least, topology.isOffline(source) ? (least + most) / 2 : most);
      entries.put(source, more(count));
    }
  }

  private List<Entry> more(int count) {
    List<Entry> more = new ArrayList<>();
    for (int entry = 0; entry < count; entry++) {
      more.add(new Entry(times.get(), chance.in(0.12)));
    }
    return more;
  }

  /** It is built anew. */
  void change(Instant now) {
    Instant before = seen;
    seen = now;
    if (!lost.isEmpty() && chance.in(0.6)) {
      entries.putAll(lost);
      lost = Map.of();
    }
    boolean wasNothing = isNothing;
    isNothing = wasNothing ? chance.in(0.4) : chance.in(0.03);
    List<Long> late =
        entries.keySet().stream().filter(source -> topology.cameBack(source, before, now)).toList();
    if (!late.isEmpty()) {
      machine.reach(HistoryFault.LATE_ROWS);
      late.forEach(source -> grow(source, chance.between(1, 3)));
    } else if (chance.in(0.14)) {
      lose(chance.oneOf(List.copyOf(entries.keySet())));
    } else if (chance.in(0.4)) {
      grow(chance.oneOf(List.copyOf(entries.keySet())), 1);
    }
  }

  private void grow(long source, int count) {
    List<Entry> grown = new ArrayList<>();
    for (Entry entry : entries.getOrDefault(source, List.of())) {
      grown.add(new Entry(entry.time(), entry.isPlaceholder() && chance.in(0.5)));
    }
    grown.addAll(more(count));
    entries.put(source, grown);
  }

  /** A camera loses half of what it had; some of the rest is empty from now on. */
  private void lose(long source) {
    List<Entry> all = entries.getOrDefault(source, List.of());
    lost = Map.of(source, all);
    List<Entry> left = new ArrayList<>();
    for (Entry entry : all.subList(0, all.size() / 2)) {
      left.add(new Entry(entry.time(), entry.isPlaceholder() || chance.in(0.2)));
    }
    entries.put(source, left);
  }

  /** The rows of a source, if any. */
  List<Entry> of(long source) {
    return isNothing ? List.of() : entries.getOrDefault(source, List.of());
  }

  boolean isNothing() {
    return isNothing;
  }
}
