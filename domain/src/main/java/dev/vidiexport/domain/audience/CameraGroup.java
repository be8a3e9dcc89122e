package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.PlaceName;
import java.util.List;

/**
 * A place of a report: a camera, or the cameras of a site. Immutable.
 *
 * @param locations the ids of its cameras, ascending
 */
record CameraGroup(PlaceName place, List<Long> locations) {
  CameraGroup {
    locations = List.copyOf(locations);
  }
}
