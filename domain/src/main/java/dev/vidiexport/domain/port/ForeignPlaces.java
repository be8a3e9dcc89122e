package dev.vidiexport.domain.port;

/**
 * Shows all that stands where the slices of a history do, so that it can be told what is none of
 * theirs. Nothing is changed by it. For one thread at a time.
 */
public sealed interface ForeignPlaces permits StandingFolders, StandingTables {}
