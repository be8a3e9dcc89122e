package dev.vidiexport.http.sandbox.cameras;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The lives of several cameras that are counted together, each for as much as the others, those
 * included that are yet to come: what one of them sends late adds to what is known, and takes away
 * nothing.
 *
 * @param lives at least one
 */
record SharedLife(List<Life> lives) implements Life {
  SharedLife {
    lives = List.copyOf(lives);
  }

  @Override
  public boolean holds(LocalDateTime time) {
    return lives.stream().anyMatch(life -> life.holds(time));
  }

  @Override
  public OptionalDouble measured(LocalDateTime start, double hours) {
    double sum = 0;
    for (Life life : lives) {
      sum += life.measured(start, hours).orElse(0);
    }
    return sum == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / lives.size());
  }
}
