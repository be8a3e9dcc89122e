package dev.vidiexport.domain.report;

/** What a reader of a report must be told in words. */
public enum ReportNote {
  /** Figures of several cameras are added, and a person may be counted by several. */
  SUM_OF_CAMERAS("sum-of-cameras"),
  /** A place is a site, and its cameras are added. */
  SITE_SUM("site-sum"),
  /** A place is a site, and its cameras are averaged. */
  SITE_AVERAGE("site-average"),
  /** Coverage is shown by month, because there are too many places and days. */
  BY_MONTH("by-month"),
  /** Not all places are shown in the ranking. */
  TOP("top"),
  /** Nobody knows how many periods there should be. */
  EXPECTED_UNKNOWN("expected-unknown"),
  /** The span begins or ends within a day. */
  PARTIAL_DAYS("partial-days"),
  /** There are no rows in the span. */
  NO_ROWS("no-rows");

  private final String word;

  ReportNote(String word) {
    this.word = word;
  }

  /** What a page calls it, in every language. */
  public String word() {
    return word;
  }
}
