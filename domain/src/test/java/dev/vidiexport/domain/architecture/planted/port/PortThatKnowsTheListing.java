package dev.vidiexport.domain.architecture.planted.port;

import dev.vidiexport.domain.architecture.planted.listing.PlantedListing;

/** Breaks the rule that nobody reaches a use case. */
final class PortThatKnowsTheListing {
  void list(PlantedListing listing) {
    listing.list();
  }
}
