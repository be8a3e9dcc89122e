package dev.vidiexport.http.sandbox.data;

/** Makes the number of one key. */
@FunctionalInterface
interface Amount {
  /** Stands for null: nothing is known of this row. */
  double UNKNOWN = Double.NaN;

  double of(Scene scene);

  /** A quotient, which is not known where there is nothing to share among. */
  static double ratio(double total, double count) {
    return count == 0 ? UNKNOWN : total / count;
  }
}
