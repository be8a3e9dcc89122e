package dev.vidiexport.http.answers;

/** Tells once that an export is built, at the first sign of it. Not thread-safe. */
final class FirstSign {
  private final Runnable told;
  private boolean isGiven;

  FirstSign(Runnable told) {
    this.told = told;
  }

  void give() {
    if (!isGiven) {
      isGiven = true;
      told.run();
    }
  }
}
