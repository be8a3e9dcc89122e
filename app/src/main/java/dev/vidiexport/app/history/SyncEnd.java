package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.MessageFields;
import dev.vidiexport.app.console.RepeatedCommand;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.sync.MissingSlice;
import dev.vidiexport.domain.sync.SyncResult;

/**
 * Tells what came of a sync.
 *
 * @param command what the user wrote, for those who go on with it
 */
record SyncEnd(SyncResult result, RepeatedCommand command, UserMessages messages) {
  /**
   * Tells all of it.
   *
   * @param exitCode what the command ends with
   */
  void tell(int exitCode) {
    SyncSummary summary = new SyncSummary(result);
    result
        .ending()
        .ifPresent(
            failure ->
                messages.error(
                    CommandLineAdvice.toldOfHistory(failure.failure()), failure, exitCode));
    if (result.ending().isEmpty() && !result.isComplete()) {
      messages.warn(summary.missing(), MessageFields.ofEnd(exitCode));
    }
    if (messages.areForPrograms()) {
      result.missing().forEach(this::tellMissing);
    } else if (!result.missing().isEmpty()) {
      summary.table().forEach(messages::note);
    }
    result
        .columnNews()
        .forEach(news -> messages.note(ColumnChangeText.of(news.export(), news.change())));
    messages.note(summary.line());
    if (summary.goesOn()) {
      command.tellIn(messages);
    }
  }

  private void tellMissing(MissingSlice slice) {
    messages.note(
        "missing: %s: %s".formatted(SliceText.of(slice.key()), slice.reason()),
        SliceText.fields(slice.key()));
  }
}
