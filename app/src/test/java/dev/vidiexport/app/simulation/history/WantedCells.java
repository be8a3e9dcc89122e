package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.planning.WindowClosings;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sync is to have an answer for, reckoned cell by cell from what users are promised. */
final class WantedCells {
  private final SimulatedTopology topology;

  WantedCells(SimulatedTopology topology) {
    this.topology = topology;
  }

  /** One window of one source. */
  record Cell(String export, TimeWindow window, long source) {
    static List<Cell> of(SliceKey key) {
      return key.sources().ids().mapToObj(id -> new Cell(key.export(), key.window(), id)).toList();
    }
  }

  /**
   * All cells of an export whose windows are over.
   *
   * @param start only windows that touch this day or a later one
   * @param end only windows that touch this day or an earlier one
   */
  Set<Cell> of(
      HistoryExport export, Instant now, Optional<LocalDate> start, Optional<LocalDate> end) {
    WindowClosings closings = WindowClosings.of(export, Optional.of(topology.topology()));
    Set<Cell> cells = new HashSet<>();
    for (TimeWindow window = export.firstWindow();
        closings.isOver(window, now) && isBefore(export.end(), window);
        window = window.next()) {
      if (start.isPresent() && window.lastDay().isBefore(start.get())
          || end.isPresent() && window.firstDay().isAfter(end.get())) {
        continue;
      }
      for (long source : sources(export)) {
        if (isThere(export, source, window)) {
          cells.add(new Cell(export.name(), window, source));
        }
      }
    }
    return cells;
  }

  private static boolean isBefore(Optional<LocalDate> end, TimeWindow window) {
    return end.isEmpty() || !window.firstDay().isAfter(end.get());
  }

  private List<Long> sources(HistoryExport export) {
    if (export.sources() instanceof SourceSelection.Listed listed) {
      return listed.sources().ids().boxed().toList();
    }
    List<Long> all = new ArrayList<>();
    for (Location location : topology.locations()) {
      all.add(Long.valueOf(location.id().digits()));
    }
    return all;
  }

  /** A window that ended more than a day before a location was made has no cell of it. */
  private boolean isThere(HistoryExport export, long source, TimeWindow window) {
    if (export.sources().kind() != SourceKind.LOCATIONS || !topology.isPresent(source)) {
      return true;
    }
    Optional<LocalDateTime> creation = topology.creation(source);
    return creation.isEmpty() || !window.firstSecondAfter().plusDays(1).isBefore(creation.get());
  }

  /** Whether the topology lists it; tags are always there. */
  boolean isListed(Cell cell, HistoryExport export) {
    return export.sources().kind() != SourceKind.LOCATIONS || topology.isPresent(cell.source());
  }
}
