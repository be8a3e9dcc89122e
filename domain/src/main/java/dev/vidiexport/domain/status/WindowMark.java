package dev.vidiexport.domain.status;

/** How a window that is over stands, as a strip of marks shows it: the worst first. */
public enum WindowMark {
  /** Asking for something in it failed. */
  FAILED,
  /** Something in it was refused. */
  REFUSED,
  /** Something in it has no answer. */
  MISSING,
  /** Something in it was written with other columns or options. */
  STALE,
  /** Something in it is to be looked at once more. */
  DUE,
  /** All of it is there. */
  COMPLETE,
  /** Nobody asks for it any more. */
  RETIRED,
  /** There is nothing to ask for: no location was there yet. */
  NOTHING
}
