package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.rows.PlaceIds;

/**
 * Where rows name their place. Immutable.
 *
 * @param kind what kind of place that is
 */
record PlaceColumn(PlaceKind kind, PlaceIds ids) {}
