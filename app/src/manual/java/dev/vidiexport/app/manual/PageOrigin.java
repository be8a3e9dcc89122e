package dev.vidiexport.app.manual;

/**
 * What stands at the edges of a page.
 *
 * @param date the day of the build's sources, {@code 2026-01-01}, so that two builds make the same
 * @param source the program and its version
 */
record PageOrigin(String date, String source) {}
