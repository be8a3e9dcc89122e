package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.table.RowBatch;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a camera was called on the last day on which rows say so; of several names of that day the
 * one that is last by its characters, so that the order of the rows makes no difference. For one
 * thread.
 */
final class LatestNames {
  private static final Comparator<Optional<String>> ABSENT_FIRST =
      Comparator.comparing((Optional<String> name) -> name.orElse(""))
          .thenComparing(Optional::isPresent);
  private static final Comparator<LocationNames> IN_ORDER =
      Comparator.comparing(LocationNames::label, ABSENT_FIRST)
          .thenComparing(LocationNames::siteId, ABSENT_FIRST)
          .thenComparing(LocationNames::siteLabel, ABSENT_FIRST);

  private LocationNames names = LocationNames.NONE;
  private byte[] label = new byte[0];
  private byte[] siteLabel = new byte[0];
  private int day = Integer.MIN_VALUE;

  /** Looks at a row. */
  void see(NameColumns columns, RowBatch batch, int row, int dayOfRow) {
    if (dayOfRow < day) {
      return;
    }
    if (isSame(columns, batch, row)) {
      // A row without names says nothing of the day on which a camera was called so.
      day = names.equals(LocationNames.NONE) ? day : dayOfRow;
      return;
    }
    LocationNames seen = columns.read(batch, row);
    if (!seen.equals(LocationNames.NONE) && (dayOfRow > day || IN_ORDER.compare(seen, names) > 0)) {
      names = seen;
      label = NameColumn.bytes(seen.label());
      siteLabel = NameColumn.bytes(seen.siteLabel());
      day = dayOfRow;
    }
  }

  private boolean isSame(NameColumns columns, RowBatch batch, int row) {
    return columns.label().is(names.label(), label, batch, row)
        && columns.siteLabel().is(names.siteLabel(), siteLabel, batch, row)
        && columns.siteId().is(names.siteId(), NameColumn.bytes(names.siteId()), batch, row);
  }

  LocationNames names() {
    return names;
  }

  /** The day, as its number, on which it was called so; the smallest number where nobody said. */
  int day() {
    return day;
  }
}
