package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a camera and its site are called. Immutable.
 *
 * @param label of the camera; empty where nobody said, as the others are
 * @param siteId the site's whole number, as a text
 * @param siteLabel of the site
 */
public record LocationNames(
    Optional<String> label, Optional<String> siteId, Optional<String> siteLabel) {
  /** Nobody said anything. */
  public static final LocationNames NONE =
      new LocationNames(Optional.empty(), Optional.empty(), Optional.empty());

  public LocationNames {
    requireNonNull(label, "label must not be null");
    requireNonNull(siteId, "siteId must not be null");
    requireNonNull(siteLabel, "siteLabel must not be null");
  }
}
