package dev.vidiexport.app.planted;

/** Reads the environment and writes to standard output by itself. */
public final class TouchesStandardStreams {
  /** Breaks the rule. */
  public void speak() {
    System.out.println(System.getenv("HOME"));
  }
}
