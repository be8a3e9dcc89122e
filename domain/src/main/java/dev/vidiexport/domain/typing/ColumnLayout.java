package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.Schema;
import java.util.Map;

/** What a {@link ColumnPolicy} means for the columns that rows have. */
interface ColumnLayout {
  /** The layout that follows a policy. */
  static ColumnLayout of(ColumnPolicy policy) {
    return policy instanceof FixedColumns fixed
        ? new FixedLayout(fixed)
        : new DiscoveredLayout((KnownColumns) policy);
  }

  /** A column that has just appeared, under its key. */
  DiscoveredColumn column(String key);

  /** The columns of the output. */
  Schema schema(Map<String, DiscoveredColumn> found);
}
