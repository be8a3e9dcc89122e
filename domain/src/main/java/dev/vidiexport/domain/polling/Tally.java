package dev.vidiexport.domain.polling;

import java.util.Optional;

/** What a run has been through, as far as it decides what comes next. Immutable. */
record Tally(
    Rebuild rebuild,
    int answers,
    int pollDelays,
    int troublesInRow,
    int backOffs,
    int replays,
    Optional<String> lastState) {
  static Tally begin(boolean rebuild) {
    return new Tally(rebuild ? Rebuild.WANTED : Rebuild.SETTLED, 0, 0, 0, 0, 0, Optional.empty());
  }

  Tally afterAnswer(String state) {
    return new Tally(Rebuild.SETTLED, answers + 1, pollDelays, 0, 0, replays, Optional.of(state));
  }

  Tally afterPollDelay() {
    return new Tally(rebuild, answers, pollDelays + 1, troublesInRow, backOffs, replays, lastState);
  }

  Tally afterTrouble(Trouble.Kind kind) {
    boolean counts = kind != Trouble.Kind.RATE_LIMITED;
    return new Tally(
        rebuild.after(kind),
        answers,
        pollDelays,
        counts ? troublesInRow + 1 : troublesInRow,
        backOffs + 1,
        replays,
        lastState);
  }

  Tally afterReplay() {
    return new Tally(rebuild, answers, pollDelays, troublesInRow, backOffs, replays + 1, lastState);
  }
}
