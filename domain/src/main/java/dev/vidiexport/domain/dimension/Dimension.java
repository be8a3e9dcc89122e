package dev.vidiexport.domain.dimension;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.topology.SeenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of things, each with a table of what they are and were called. */
public enum Dimension {
  LOCATIONS(Optional.of("site_id"), false),
  SITES(Optional.of("network_id"), false),
  NETWORKS(Optional.empty(), false),
  /** Those of locations and those of sites; the same id may stand for one of each. */
  TAGS(Optional.of("network_id"), true);

  private final Optional<String> parent;
  private final boolean hasKind;

  Dimension(Optional<String> parent, boolean hasKind) {
    this.parent = parent;
    this.hasKind = hasKind;
  }

  /** What its table is called: {@code locations}. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns of its table, in their order. */
  public Schema schema() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", ColumnType.WHOLE));
    columns.add(new Column("label", ColumnType.TEXT));
    parent.map(name -> new Column(name, ColumnType.WHOLE)).ifPresent(columns::add);
    if (hasKind) {
      columns.add(new Column("kind", ColumnType.TEXT));
    }
    columns.add(new Column("valid_from", ColumnType.TIMESTAMP, ColumnMeaning.UTC));
    columns.add(new Column("valid_to", ColumnType.TIMESTAMP, ColumnMeaning.UTC));
    return new Schema(columns);
  }

  boolean hasParent() {
    return parent.isPresent();
  }

  boolean hasKind() {
    return hasKind;
  }

  /** Where something that was seen belongs; empty for what no table shows. */
  static Optional<Dimension> of(SeenKind kind) {
    return switch (kind) {
      case LOCATION -> Optional.of(LOCATIONS);
      case SITE -> Optional.of(SITES);
      case NETWORK -> Optional.of(NETWORKS);
      case LOCATION_TAG, SITE_TAG -> Optional.of(TAGS);
      case LOCATION_TAGGING, SITE_TAGGING -> Optional.empty();
    };
  }
}
