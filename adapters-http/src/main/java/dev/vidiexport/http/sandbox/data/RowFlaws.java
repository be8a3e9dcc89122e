package dev.vidiexport.http.sandbox.data;

import java.util.OptionalLong;

/**
 * What is wrong with rows on purpose. Immutable.
 *
 * @param driftAtRow the row, in the order of serving, whose first number is a text; 1 is the first
 * @param unknownKey every row carries a key that no documentation knows
 */
public record RowFlaws(OptionalLong driftAtRow, boolean unknownKey) {}
