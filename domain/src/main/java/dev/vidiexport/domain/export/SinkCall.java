package dev.vidiexport.domain.export;

/**
 * One call to a sink: a new object each time, so that a watcher can tell one call from the next.
 */
final class SinkCall {
  private static final String COMPLETING = "completing the output";
  private static final String WAITING = "waiting for rows";

  private final String doing;

  private SinkCall(String doing) {
    this.doing = doing;
  }

  static SinkCall opening() {
    return new SinkCall("opening the output");
  }

  static SinkCall writing() {
    return new SinkCall("writing rows");
  }

  static SinkCall committing() {
    return new SinkCall(COMPLETING);
  }

  static SinkCall closing() {
    return new SinkCall("closing the output");
  }

  static SinkCall none() {
    return new SinkCall(WAITING);
  }

  /** Whether this is the commit. */
  boolean completes() {
    return doing.equals(COMPLETING);
  }

  /** Whether the sink is in no call. */
  boolean waits() {
    return doing.equals(WAITING);
  }

  /** What the sink does, as the end of a clause: {@code is writing rows}. */
  String doing() {
    return doing;
  }
}
