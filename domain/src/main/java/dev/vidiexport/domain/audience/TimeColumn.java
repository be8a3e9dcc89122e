package dev.vidiexport.domain.audience;

import java.time.LocalDate;

/**
 * A column of a table over time. Immutable.
 *
 * @param first its first day
 * @param from the number of the day with which it begins
 * @param until the number of the day before which it ends
 */
record TimeColumn(LocalDate first, int from, int until) {}
