package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the rows of one data type in one span of days. For one thread.
 *
 * <p>Its memory grows with cameras and days, not with rows: at most 100,000 cameras, and 96 MiB for
 * their days.
 */
public final class AudienceCounter {
  private final RowShape shape;
  private final LocalDate firstDay;
  private final int days;
  private final List<CountKind> kinds;
  private final PlaceTallies places;
  private final HourTally hours;
  private final RateSums ratesOfDays;
  private final GroupTally groups = new GroupTally();
  private final ClockPeriods periods;
  private final Set<CountKind> seenKinds = EnumSet.noneOf(CountKind.class);
  private boolean hasGroups;
  private boolean hasSites;
  private int inputs;
  private long rows;
  private long untold;
  private long outside;

  /**
   * Nothing counted.
   *
   * @param span rows of these days count
   * @param takesLongPeriods whether periods count that begin before the span and reach into it
   * @param keepsHours whether the hours of each camera are kept apart, so that they can be averaged
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when the span is too long
   */
  public AudienceCounter(
      RowShape shape, ReportSpan span, boolean takesLongPeriods, boolean keepsHours) {
    this(shape, span, takesLongPeriods, keepsHours, Optional.empty());
  }

  /**
   * Nothing counted, of cameras whose zone is known.
   *
   * @param span rows of these days count
   * @param takesLongPeriods whether periods count that begin before the span and reach into it
   * @param keepsHours whether the hours of each camera are kept apart, so that they can be averaged
   * @param zone of all cameras; empty where nobody told it
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when the span is too long
   */
  public AudienceCounter(
      RowShape shape,
      ReportSpan span,
      boolean takesLongPeriods,
      boolean keepsHours,
      Optional<ZoneId> zone) {
    this.shape = shape;
    periods = new ClockPeriods(shape, zone);
    firstDay = takesLongPeriods ? shape.firstBegin(span.firstDay()) : span.firstDay();
    long length = span.lastDay().toEpochDay() - firstDay.toEpochDay() + 1;
    if (length > ReportSpan.MOST_DAYS) {
      throw new ExportException(
          FailureReason.REPORT_NOT_POSSIBLE,
          "A report may have at most 10,000 days, but these are %s.".formatted(length));
    }
    days = (int) length;
    kinds = shape.type().counts();
    places = new PlaceTallies(days, new DayChunks(kinds.size(), shape.periodsOfDay(), keepsHours));
    hours = new HourTally(kinds.size(), shape.hasHours() ? days : 0);
    ratesOfDays = new RateSums(days);
  }

  /**
   * Prepares for the rows of one input.
   *
   * @param keys what VidiCenter calls each column of the schema; what this program added is called
   *     by its name
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when they tell no place or no time, or have
   *     genders and ages unlike the others
   */
  public RowCounting rows(List<String> keys, Schema schema) {
    return new RowCounting(this, ++inputs, List.copyOf(keys), schema);
  }

  /**
   * Prepares for more rows of the same input, which may have other columns.
   *
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} as {@link #rows} does
   */
  public RowCounting moreRows(List<String> keys, Schema schema) {
    inputs = Math.max(inputs, 1);
    return new RowCounting(this, inputs, List.copyOf(keys), schema);
  }

  /**
   * Makes sure that no two inputs tell of the same camera and time.
   *
   * @throws ExportException {@code REPORT_COUNTS_TWICE} when two do
   */
  public void requireNoOverlap() {
    for (PlaceTally place : places.all()) {
      if (place.hasOverlap()) {
        throw new ExportException(
            FailureReason.REPORT_COUNTS_TWICE,
            "Two inputs have %s rows of the same time at location %s, which would count twice."
                .formatted(shape.type().dataType(), place.id()));
      }
    }
  }

  /** What a row stands for. */
  public RowShape shape() {
    return shape;
  }

  /** How many rows were counted. */
  public long rows() {
    return rows;
  }

  /** How many rows had no time that can be read. */
  public long untold() {
    return untold;
  }

  /** How many rows lie outside the span. */
  public long outside() {
    return outside;
  }

  /** Whether any camera has a site. */
  public boolean hasSites() {
    return hasSites;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  int days() {
    return days;
  }

  /** How many periods a camera measured on a day of the span. */
  long measured(PlaceTally camera, int day) {
    return periods.measured(camera, day, date(day));
  }

  LocalDate date(int day) {
    return firstDay.plusDays(day);
  }

  List<CountKind> kinds() {
    return kinds;
  }

  /** Whether a kind was counted in any row. */
  boolean hasSeen(CountKind kind) {
    return seenKinds.contains(kind);
  }

  boolean hasGroups() {
    return hasGroups;
  }

  Collection<PlaceTally> places() {
    return places.all();
  }

  @Nullable PlaceTally find(long location) {
    return places.find(location);
  }

  PlaceTally place(long location) {
    return places.of(location);
  }

  HourTally hours() {
    return hours;
  }

  RateSums ratesOfDays() {
    return ratesOfDays;
  }

  GroupTally groups() {
    return groups;
  }

  void seeColumns(boolean withGroups, boolean withSites) {
    hasGroups |= withGroups;
    hasSites |= withSites;
  }

  void see(CountKind kind) {
    seenKinds.add(kind);
  }

  void count(long counted, long withoutTime, long elsewhere) {
    rows += counted;
    untold += withoutTime;
    outside += elsewhere;
  }
}
