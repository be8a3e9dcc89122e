package dev.vidiexport.spi;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The stream that a sink is given: remembers what the sink did to it, and fails when told. Once it
 * has failed, it fails for good, as a full disk does.
 */
final class TrialStream extends FilterOutputStream {
  private final long roomBytes;
  private final long goodCalls;
  private long takenBytes;
  private long calls;
  private boolean closedBySink;

  /** A stream that never fails. */
  TrialStream(OutputStream out) {
    this(out, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private TrialStream(OutputStream out, long roomBytes, long goodCalls) {
    super(out);
    this.roomBytes = roomBytes;
    this.goodCalls = goodCalls;
  }

  /** A stream that takes so many bytes, throws them away, and fails with the next. */
  static TrialStream withRoomFor(long bytes) {
    return new TrialStream(OutputStream.nullOutputStream(), bytes, Long.MAX_VALUE);
  }

  /** A stream that takes so many calls of write or flush, and fails with the next. */
  static TrialStream failingAfter(long calls) {
    return new TrialStream(OutputStream.nullOutputStream(), Long.MAX_VALUE, calls);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    countCall();
    int taken = (int) Math.min(length, roomBytes - takenBytes);
    out.write(bytes, offset, taken);
    takenBytes += taken;
    if (taken < length) {
      throw new Failure("No space left after " + takenBytes + " bytes");
    }
  }

  @Override
  public void flush() throws IOException {
    countCall();
    out.flush();
  }

  private void countCall() throws Failure {
    if (calls >= goodCalls) {
      throw new Failure("Failed in call " + (goodCalls + 1));
    }
    calls++;
  }

  @Override
  public void close() {
    closedBySink = true;
  }

  /** Closes the file below, as the host does in the end. */
  void closeAsHost() throws IOException {
    out.close();
  }

  long takenBytes() {
    return takenBytes;
  }

  /** How many calls of write and flush went well. */
  long calls() {
    return calls;
  }

  boolean isClosedBySink() {
    return closedBySink;
  }

  /** What this stream throws, and nothing else does. */
  static final class Failure extends IOException {
    private static final long serialVersionUID = 1L;

    private Failure(String message) {
      super(message);
    }
  }
}
