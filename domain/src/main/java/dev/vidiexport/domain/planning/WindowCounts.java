package dev.vidiexport.domain.planning;

/**
 * How the windows of an export stand. Each counts once: as open, else as the first of failed,
 * refused, stale, missing, due, complete, retired that a slice of it has, or a cell without one.
 * Immutable.
 */
public record WindowCounts(
    int open,
    int missing,
    int complete,
    int due,
    int failed,
    int refused,
    int stale,
    int retired) {}
