package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.CreationText;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which sources have a cell in a window: a location has none in windows that ended more than a day
 * before it was created. For one thread, that asks for one window after the other.
 */
final class CellCalendar {
  private final List<Creation> creations;
  private BitSet cells;
  private int begun;

  private CellCalendar(List<Creation> creations, BitSet cells) {
    this.creations = creations;
    this.cells = cells;
  }

  static CellCalendar of(AskedSources sources, Optional<Topology> topology) {
    BitSet cells = new BitSet();
    cells.set(0, sources.size());
    List<Creation> creations = new ArrayList<>();
    if (sources.kind() == SourceKind.LOCATIONS) {
      for (Location location : topology.map(Topology::locations).orElse(List.of())) {
        int index = sources.indexOf(AskableId.of(location.id()), 0);
        Optional<LocalDateTime> creation = location.creationDate().flatMap(CreationText::time);
        if (index >= 0 && creation.isPresent()) {
          creations.add(new Creation(creation.get(), index));
          cells.clear(index);
        }
      }
    }
    creations.sort(Comparator.comparing(Creation::time));
    return new CellCalendar(creations, cells);
  }

  /**
   * The indexes of the sources that have a cell; not to be changed.
   *
   * @param window none before the last one asked for
   */
  BitSet cells(TimeWindow window) {
    LocalDateTime dayAfterEnd = window.firstSecondAfter().plusDays(1);
    int end = begun;
    while (end < creations.size() && !dayAfterEnd.isBefore(creations.get(end).time())) {
      end++;
    }
    if (end > begun) {
      BitSet more = (BitSet) cells.clone();
      creations.subList(begun, end).forEach(creation -> more.set(creation.index()));
      cells = more;
      begun = end;
    }
    return cells;
  }

  private record Creation(LocalDateTime time, int index) {}
}
