package dev.vidiexport.app.wiring;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.port.CallListener;
import java.time.Duration;

/**
 * Reports calls: each of them with {@code --verbose}, and what makes one wait unless with {@code
 * --quiet}.
 */
final class CallMessages implements CallListener {
  private final UserMessages messages;

  CallMessages(UserMessages messages) {
    this.messages = messages;
  }

  @Override
  public void onCall(String method, String url, String outcome, Duration duration) {
    messages.detail("%s %s: %s in %s".formatted(method, url, outcome, DurationText.of(duration)));
  }

  @Override
  public void onHeld(String reason) {
    messages.note("waiting: " + reason);
  }
}
