package dev.vidiexport.app.wiring;

import dev.vidiexport.app.console.Talk;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.port.CallListener;
import java.time.Duration;

/** Tells of calls: of each to the curious, and of what makes one wait to all who listen. */
final class CallTalk implements CallListener {
  private final Talk talk;

  CallTalk(Talk talk) {
    this.talk = talk;
  }

  @Override
  public void onCall(String method, String url, String outcome, Duration duration) {
    talk.detail("%s %s: %s in %s".formatted(method, url, outcome, DurationText.of(duration)));
  }

  @Override
  public void onHeld(String reason) {
    talk.note("waiting: " + reason);
  }
}
