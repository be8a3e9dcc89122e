package dev.vidiexport.app.demo;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows each answer, with the time since the export was first asked for. */
final class AnswerLog implements ExportListener {
  private static final double MILLIS_PER_SECOND = 1000;

  private final PrintWriter out;
  private final Pacer pacer;

  AnswerLog(PrintWriter out, Pacer pacer) {
    this.out = out;
    this.pacer = pacer;
  }

  @Override
  public void onAnswer(Answer answer) {
    show(answer.state());
  }

  @Override
  public void onTrouble(Trouble trouble) {
    show(trouble.reason());
  }

  private void show(String what) {
    out.println(
        String.format(
            Locale.ROOT, "  %4.1f s  %s", pacer.elapsed().toMillis() / MILLIS_PER_SECOND, what));
    out.flush();
  }
}
