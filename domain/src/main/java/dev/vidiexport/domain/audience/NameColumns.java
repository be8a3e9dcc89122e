package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.List;

/**
 * What rows call their camera and its site.
 *
 * @param label of the camera
 * @param siteId of the site
 * @param siteLabel of the site
 */
record NameColumns(NameColumn label, NameColumn siteId, NameColumn siteLabel) {
  static NameColumns of(List<String> keys, Schema schema) {
    return new NameColumns(
        NameColumn.of("location_label", keys, schema),
        NameColumn.of("site_id", keys, schema),
        NameColumn.of("site_label", keys, schema));
  }

  /** Whether rows tell no names at all. */
  boolean areMissing() {
    return label.isMissing() && siteId.isMissing() && siteLabel.isMissing();
  }

  LocationNames read(RowBatch batch, int row) {
    return new LocationNames(
        label.read(batch, row), siteId.read(batch, row), siteLabel.read(batch, row));
  }
}
