package dev.vidiexport.domain.report;

/** What several cameras of a site are together. */
public enum CameraCombination {
  /** All that they counted, added up. */
  SUM,
  /** Day by day the sum of what they counted by the number of those that measured. */
  AVERAGE
}
