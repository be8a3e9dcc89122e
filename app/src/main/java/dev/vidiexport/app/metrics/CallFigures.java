package dev.vidiexport.app.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The calls of a run. Immutable.
 *
 * @param answers how many calls had which answer; every kind is there
 * @param retries how often something was asked for again, because the call before had brought
 *     nothing that could be used
 * @param waits how often something was not asked for at once, because the service's limits left no
 *     room
 * @param waited how long that lasted in all; waits at the same time count each
 */
record CallFigures(Map<AnswerKind, Long> answers, long retries, long waits, Duration waited) {
  CallFigures {
    EnumMap<AnswerKind, Long> all = new EnumMap<>(AnswerKind.class);
    for (AnswerKind kind : AnswerKind.values()) {
      all.put(kind, answers.getOrDefault(kind, 0L));
    }
    answers = Collections.unmodifiableMap(all);
    requireNonNull(waited, "waited must not be null");
  }
}
