package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;

/**
 * Reports a run in plain lines, for logs and files: each change of state, every trouble, and a sign
 * of life at intervals. Each begins with the time since the run began.
 */
final class LineProgress implements ExportListener {
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private final UserMessages messages;
  private final Pacer pacer;
  private final String prefix;
  private final RunProgress view;
  private String lastState = "";
  private Duration lastLine = Duration.ZERO;

  /**
   * A run whose time has just begun.
   *
   * @param prefix stands before each line
   */
  LineProgress(UserMessages messages, Pacer pacer, String prefix) {
    this.prefix = prefix;
    this.messages = messages;
    this.pacer = pacer;
    this.view = new RunProgress(pacer, ended -> {});
  }

  @Override
  public void onCall(int call) {
    view.onCall(call);
  }

  @Override
  public void onAnswer(Answer answer) {
    view.onAnswer(answer);
    if (!answer.state().equals(lastState)) {
      lastState = answer.state();
      say("%s: %s".formatted(DurationText.of(pacer.elapsed()), answer.state()));
    } else {
      sayAtIntervals();
    }
  }

  @Override
  public void onTrouble(Trouble trouble) {
    view.onTrouble(trouble);
    lastState = "";
    if (trouble.kind() == Trouble.Kind.LIMITS_HELD) {
      // The run ends with it, and says so; the wait has been told of, too.
      return;
    }
    say("%s: %s".formatted(DurationText.of(pacer.elapsed()), trouble.reason()));
  }

  @Override
  public void onRows(long rows, long bodyBytes) {
    view.onRows(rows, bodyBytes);
    sayAtIntervals();
  }

  @Override
  public void onDrift(int replay, String reason) {
    view.onDrift(replay, reason);
    say(
        "asking for the rows again (%s of %s): %s"
            .formatted(replay, PollPolicy.MAX_REPLAYS, reason));
  }

  @Override
  public void onSlowSink(String what, Duration time) {
    view.onSlowSink(what, time);
    say(view.line());
  }

  private void sayAtIntervals() {
    if (pacer.elapsed().minus(lastLine).compareTo(INTERVAL) >= 0) {
      say(view.line());
    }
  }

  private void say(String line) {
    lastLine = pacer.elapsed();
    messages.note(prefix + line);
  }
}
