package dev.vidiexport.domain.planning;

/** Which windows come first. */
public enum PlanOrder {
  /** So that dashboards are right before the past is complete. */
  NEWEST_FIRST,
  OLDEST_FIRST
}
