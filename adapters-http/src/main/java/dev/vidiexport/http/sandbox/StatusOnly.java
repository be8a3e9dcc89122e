package dev.vidiexport.http.sandbox;

/** What a sandbox makes of the argument {@code status_only}, which acts by being there. */
public enum StatusOnly {
  /** The state comes without the rows, as is documented since April 2025. */
  HONOURED,
  /** The rows come all the same. */
  IGNORED,
  /** The call is refused with 400, as one with an unknown argument. */
  REFUSED
}
