package dev.vidiexport.domain.polling;

/** Chance, as far as polling needs it: it keeps many runs from asking in step. */
@FunctionalInterface
public interface Jitter {
  /** A number from 0 (included) to 1 (excluded). */
  double next();
}
