package dev.vidiexport.domain.polling;

/** What a call for an export is to bring (VidiCenter data export, Asynchronous usage). */
public enum CallKind {
  /** How the export stands, and its rows if it is ready; starts it where nobody has. */
  POLL,

  /**
   * How the export stands, without its rows: {@code status_only}. A service that does not know the
   * argument may send the rows all the same, or refuse the call.
   */
  STATUS,

  /** The rows of an export that is known to be built, so that nothing has to be built for them. */
  FETCH;

  /** Whether VidiCenter may begin to build an export because of the call, or be building it. */
  public boolean mayBuild() {
    return this != FETCH;
  }
}
