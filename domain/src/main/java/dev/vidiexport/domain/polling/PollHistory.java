package dev.vidiexport.domain.polling;

import java.util.Optional;

/** What a run has been through, as far as it decides what comes next. Immutable. */
record PollHistory(
    RebuildRequest rebuild,
    int answers,
    int pollDelays,
    int troublesInRow,
    int backOffs,
    int replays,
    Optional<String> lastState) {
  static PollHistory begin(boolean rebuild) {
    return new PollHistory(
        rebuild ? RebuildRequest.WANTED : RebuildRequest.NOT_NEEDED,
        0,
        0,
        0,
        0,
        0,
        Optional.empty());
  }

  PollHistory afterAnswer(String state) {
    return new PollHistory(
        RebuildRequest.NOT_NEEDED, answers + 1, pollDelays, 0, 0, replays, Optional.of(state));
  }

  PollHistory afterPollDelay() {
    return new PollHistory(
        rebuild, answers, pollDelays + 1, troublesInRow, backOffs, replays, lastState);
  }

  PollHistory afterTrouble(Trouble.Kind kind) {
    boolean counts = kind != Trouble.Kind.RATE_LIMITED;
    return new PollHistory(
        rebuild.after(kind),
        answers,
        pollDelays,
        counts ? troublesInRow + 1 : troublesInRow,
        backOffs + 1,
        replays,
        lastState);
  }

  PollHistory afterReplay() {
    return new PollHistory(
        rebuild, answers, pollDelays, troublesInRow, backOffs, replays + 1, lastState);
  }
}
