package dev.vidiexport.app.progress;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.util.function.Consumer;

/** Keeps, for those who show it, what a run is doing: its state, its rows and their speed. */
final class RunProgress implements ExportListener {
  private final Pacer pacer;
  private final Consumer<RunProgress> ended;
  private String state = "asking";
  private long rows;
  private long bodyBytes;
  private Duration bodyBegin = Duration.ZERO;

  /**
   * A run whose time has just begun.
   *
   * @param ended takes this when the run is over
   */
  RunProgress(Pacer pacer, Consumer<RunProgress> ended) {
    this.pacer = pacer;
    this.ended = ended;
  }

  @Override
  public synchronized void onCall(int call) {
    rows = 0;
    bodyBytes = 0;
    bodyBegin = pacer.elapsed();
  }

  @Override
  public synchronized void onAnswer(Answer answer) {
    state = answer.state();
  }

  @Override
  public synchronized void onTrouble(Trouble trouble) {
    state = trouble.reason();
  }

  @Override
  public synchronized void onRows(long rows, long bodyBytes) {
    state = "reading";
    this.rows = rows;
    this.bodyBytes = bodyBytes;
  }

  @Override
  public synchronized void onDrift(int replay, String reason) {
    state = "reading again";
  }

  @Override
  public synchronized void onSlowSink(String what, Duration time) {
    state = "%s, for %s so far".formatted(what, DurationText.of(time));
  }

  @Override
  public synchronized void onPublish() {
    state = "writing";
  }

  @Override
  public void onEnd() {
    ended.accept(this);
  }

  /** All of it in one line. */
  synchronized String line() {
    String line = "%s: %s".formatted(DurationText.of(pacer.elapsed()), state);
    return rows == 0
        ? line
        : "%s, %s, %s, %s"
            .formatted(
                line,
                NumberText.counted(rows, "row"),
                AmountText.megabytes(bodyBytes),
                AmountText.rate(bodyBytes, pacer.elapsed().minus(bodyBegin)));
  }
}
