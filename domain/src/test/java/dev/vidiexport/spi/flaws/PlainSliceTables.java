package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import dev.vidiexport.spi.TargetHeldException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables of slices in memory, right but for at most one thing. Not thread-safe. */
final class PlainSliceTables implements SliceTables {
  /** A table of a database. */
  record Place(String address, SliceTable table) {}

  final SliceFlaw flaw;
  final Map<Place, PlainSliceTable> tables = new HashMap<>();
  final Set<Place> held = new HashSet<>();

  PlainSliceTables(SliceFlaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public Optional<String> problemWith(String address, SliceTable table) {
    if (flaw == SliceFlaw.DISLIKES_ADDRESSES) {
      return Optional.of("The address is no good.");
    }
    return table.name().isEmpty() && flaw != SliceFlaw.LIKES_ALL_NAMES
        ? Optional.of("The table must have a name.")
        : Optional.empty();
  }

  @Override
  public void check(SliceTarget target) throws IOException {
    for (SliceTable table : target.tables()) {
      Place place = new Place(target.address(), table);
      if (held.contains(place)) {
        throw new TargetHeldException("Another run is writing.");
      }
      requireOurs(place, target.ledger());
      if (flaw == SliceFlaw.MAKES_IN_CHECK) {
        tables.putIfAbsent(place, new PlainSliceTable(flaw, target.ledger()));
      }
    }
  }

  /** Refuses a table of somebody else. */
  void requireOurs(Place place, Optional<String> ledger) throws IOException {
    PlainSliceTable table = tables.get(place);
    if (flaw == SliceFlaw.ONE_LEDGER
        && tables.keySet().stream().anyMatch(one -> one.address().equals(place.address()))
        && ledger.filter("ffffeeeedddd"::equals).isPresent()) {
      throw new IOException("not yours");
    }
    if (table == null) {
      return;
    }
    if (table.ledger.isEmpty()) {
      refuse(SliceFlaw.TAKES_ANY_TABLE);
    } else if (!table.ledger.equals(ledger)) {
      refuse(SliceFlaw.TAKES_ANY_LEDGER);
    }
  }

  private void refuse(SliceFlaw unless) throws IOException {
    if (flaw != unless) {
      throw new IOException("The table is another's. Use another.");
    }
  }

  @Override
  public SliceWriter write(SliceTarget target) throws IOException {
    check(target);
    if (flaw != SliceFlaw.HOLDS_NOTHING) {
      target.tables().forEach(table -> held.add(new Place(target.address(), table)));
    }
    return new PlainSliceWriter(this, target);
  }

  @Override
  public SliceReader read(SliceTarget target) throws IOException {
    for (SliceTable table : target.tables()) {
      requireOurs(new Place(target.address(), table), target.ledger());
    }
    return new PlainSliceReader(this, target);
  }
}
