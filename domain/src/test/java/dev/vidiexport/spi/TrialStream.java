package dev.vidiexport.spi;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The stream that a sink is given: remembers what the sink did to it, and fills up when told. */
final class TrialStream extends FilterOutputStream {
  static final long NEVER_FULL = Long.MAX_VALUE;

  private final long roomBytes;
  private long takenBytes;
  private boolean closedBySink;

  TrialStream(OutputStream out, long roomBytes) {
    super(out);
    this.roomBytes = roomBytes;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int taken = (int) Math.min(length, roomBytes - takenBytes);
    out.write(bytes, offset, taken);
    takenBytes += taken;
    if (taken < length) {
      throw new IOException("No space left after " + takenBytes + " bytes");
    }
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

  boolean isClosedBySink() {
    return closedBySink;
  }
}
