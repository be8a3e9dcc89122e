package dev.vidiexport.app.deaths;

/**
 * A system call that fails, and what must come of it.
 *
 * @param scene what the program is doing
 * @param moment which call, as {@link SystemCallTrace#moment} tells it
 * @param error the name of the error
 * @param exitCode how the program must end
 * @param says a part of what it must say
 */
record FailingCall(ExportScene scene, String moment, String error, int exitCode, String says) {
  boolean leavesTheOld() {
    return exitCode != 0;
  }
}
