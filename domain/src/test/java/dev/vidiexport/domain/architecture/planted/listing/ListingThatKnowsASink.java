package dev.vidiexport.domain.architecture.planted.listing;

import dev.vidiexport.spi.SinkTarget;

/** Breaks the rule that the listing knows no sink. */
final class ListingThatKnowsASink {
  Object use(SinkTarget target) {
    return target;
  }
}
