package dev.vidiexport.app.simulation.history;

/**
 * A COMMIT that is on its way, although nobody waits for it any more.
 *
 * @param sync the number of the sync that sent it
 * @param isCarriedOut whether it will be; otherwise it is undone
 * @param stepsLeft how many steps of others come first at most, when none of them waits for it
 */
record LateCommit(TableChange change, int sync, boolean isCarriedOut, int stepsLeft) {
  LateCommit afterStep() {
    return new LateCommit(change, sync, isCarriedOut, stepsLeft - 1);
  }
}
