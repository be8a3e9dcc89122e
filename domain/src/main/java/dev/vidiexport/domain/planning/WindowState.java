package dev.vidiexport.domain.planning;

/** How a closed window stands; the first that holds for something in it holds for it. */
public enum WindowState {
  FAILED,
  REFUSED,
  STALE,
  MISSING,
  DUE,
  COMPLETE,
  RETIRED
}
