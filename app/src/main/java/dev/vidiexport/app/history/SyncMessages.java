package dev.vidiexport.app.history;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.metrics.RunWatch;
import dev.vidiexport.app.progress.ListingMessages;
import dev.vidiexport.app.progress.SyncDisplay;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.ListingListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.sync.SliceResult;
import dev.vidiexport.domain.sync.SyncListener;
import dev.vidiexport.domain.sync.SyncProgress;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.time.Instant;

/** Tells how a sync goes: a line for each slice, but for those that went well on a terminal. */
final class SyncMessages implements SyncListener {
  private final UserMessages messages;
  private final SyncDisplay display;
  private final ListingListener listing;
  private final RunWatch watch;

  SyncMessages(UserMessages messages, SyncDisplay display, ServiceLimits limits, RunWatch watch) {
    this.watch = watch;
    this.messages = messages;
    this.display = display;
    this.listing = watch.listing(new ListingMessages(messages, limits));
  }

  @Override
  public void onLongListing(int calls, Duration least) {
    listing.onLongListing(calls, least);
  }

  @Override
  public void onTrouble(Trouble trouble, Duration pause) {
    listing.onTrouble(trouble, pause);
  }

  @Override
  public void onPlan(long requests) {
    messages.note(
        requests == 0
            ? "nothing to ask for"
            : "%s to ask for".formatted(NumberText.counted(requests, "slice")));
  }

  @Override
  public ExportListener onSlice(SliceKey key, Pacer pacer) {
    return watch.export(
        display.slice("%s %s".formatted(key.export(), key.window().label()), pacer));
  }

  @Override
  public void onProgress(SyncProgress progress) {
    display.show(progress);
  }

  @Override
  public void onResult(SliceKey key, SliceResult result) {
    if (display.tellsEverySlice()
        || result instanceof SliceResult.Unanswered
        || result instanceof SliceResult.Replaced) {
      messages.note(
          "%s: %s".formatted(SliceText.of(key), result.fold(new ResultText())),
          SliceText.fields(key));
    }
  }

  @Override
  public void onHalved(SliceKey key, SliceResult.Unanswered why) {
    messages.note(
        "%s: asked for again in two halves: %s"
            .formatted(SliceText.of(key), why.failure().getMessage()),
        SliceText.fields(key));
  }

  @Override
  public void onHeld(String reason) {
    messages.note("waiting: " + reason);
  }

  @Override
  public void onWaiting(Instant until, long slices) {
    messages.note(
        "waiting until %s for %s; with --no-wait the next run asks for %s"
            .formatted(
                until,
                slices == 1
                    ? "1 slice that becomes due by then"
                    : NumberText.of(slices) + " slices that become due by then",
                slices == 1 ? "it" : "them"));
  }

  @Override
  public void onWarning(String sentence) {
    messages.warn(sentence);
  }
}
