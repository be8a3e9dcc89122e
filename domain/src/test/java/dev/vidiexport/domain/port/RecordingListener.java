package dev.vidiexport.domain.port;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notes everything that it is told of a run, for tests. */
public final class RecordingListener implements ExportListener {
  private final List<String> events = new ArrayList<>();
  private Runnable whenSlow = () -> {};

  /** What happens when the sink is slow. */
  public void whenSlow(Runnable event) {
    whenSlow = event;
  }

  /** All events, each in a few words, in order. */
  public List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public void onCall(int call) {
    events.add("call " + call);
  }

  @Override
  public void onAnswer(Answer answer) {
    events.add(answer.state());
  }

  @Override
  public void onTrouble(Trouble trouble) {
    events.add(trouble.reason());
  }

  @Override
  public void onPollScheduled(Duration pause) {
    events.add("wait " + pause);
  }

  @Override
  public void onRows(long rows, long bodyBytes) {
    events.add("rows " + rows);
  }

  @Override
  public void onDrift(int replay, String reason) {
    events.add("replay " + replay + ": " + reason);
  }

  @Override
  public void onSlowSink(String what, Duration time) {
    events.add("%s for %s".formatted(what, time));
    whenSlow.run();
  }

  @Override
  public void onPublish() {
    events.add("publish");
  }
}
