package dev.vidiexport.app.progress;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.ListingListener;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;

/** Reports what makes a listing take long. */
public final class ListingMessages implements ListingListener {
  private final UserMessages messages;
  private final ServiceLimits limits;

  public ListingMessages(UserMessages messages, ServiceLimits limits) {
    this.messages = messages;
    this.limits = limits;
  }

  @Override
  public void onLongListing(int calls, Duration least) {
    messages.note(
        "this needs %s calls, and VidiCenter allows %s in %s: it takes more than %s"
            .formatted(
                NumberText.of(calls),
                limits.calls(),
                DurationText.of(limits.rateWindow()),
                DurationText.of(least)));
  }

  @Override
  public void onTrouble(Trouble trouble, Duration pause) {
    messages.note("%s, asking again in %s".formatted(trouble.reason(), DurationText.of(pause)));
  }
}
