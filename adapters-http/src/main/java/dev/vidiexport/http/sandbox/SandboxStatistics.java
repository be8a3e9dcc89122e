package dev.vidiexport.http.sandbox;

/**
 * What a sandbox has seen so far. Immutable.
 *
 * @param calls all calls, those with bad credentials and those that were refused included
 * @param refused calls that were answered 429
 * @param rebuilds calls that carried {@code force_rebuild} and were not refused
 * @param mostCallsAtOnce the most calls that were under way at one time
 */
public record SandboxStatistics(long calls, long refused, long rebuilds, int mostCallsAtOnce) {}
