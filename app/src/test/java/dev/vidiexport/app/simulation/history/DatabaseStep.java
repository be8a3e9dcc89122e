package dev.vidiexport.app.simulation.history;

/** What is asked of a database. */
enum DatabaseStep {
  /** Take the tables. */
  TAKE(HistoryFault.DATABASE_NOT_REACHED),
  /** Look whether a table is there. */
  LOOK(HistoryFault.TABLE_NOT_LOOKED_AT),
  /** Tell what is committed. */
  FIND(HistoryFault.TABLE_NOT_LOOKED_AT),
  /** Begin to take rows. */
  OPEN(HistoryFault.ROWS_NOT_TAKEN),
  /** Take rows. */
  WRITE(HistoryFault.ROWS_NOT_TAKEN),
  /** Hear that there are no more. */
  COMPLETE(HistoryFault.ROWS_NOT_TAKEN),
  /** Put rows in their place. */
  PUBLISH(HistoryFault.COMMIT_FAILED),
  /** Remove rows. */
  REMOVE(HistoryFault.COMMIT_FAILED);

  private final HistoryFault failure;

  DatabaseStep(HistoryFault failure) {
    this.failure = failure;
  }

  /** The fault that it is when this is surely not done. */
  HistoryFault failure() {
    return failure;
  }
}
