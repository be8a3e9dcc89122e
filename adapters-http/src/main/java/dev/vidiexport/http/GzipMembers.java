package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.ProtocolViolation;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import okio.Buffer;
import okio.Source;
import okio.Timeout;

/**
 * Unpacks gzip (RFC 1952), which may consist of several members, one after the other: servers and
 * proxies that pack what they send piece by piece begin a new one for each. Zeros between members
 * and after the last one are padding, as for most programs that read gzip. Not thread-safe.
 *
 * <p>Only an end that comes too early is an {@link EOFException}, as it may come later another
 * time. What is no gzip, or is damaged, is an {@link ExportException} of the kind {@code
 * PROTOCOL_BROKEN}.
 */
final class GzipMembers implements Source {
  private final GzipInput packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();
  private boolean inMember;
  private boolean hadMember;
  private boolean ended;

  GzipMembers(Source packed) {
    this.packed = new GzipInput(packed);
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    if (byteCount < 0) {
      throw new IllegalArgumentException("byteCount must not be negative, but was " + byteCount);
    }
    if (byteCount == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        beginMember();
      } else if (inflater.finished()) {
        endMember();
      } else if (inflater.needsInput()) {
        packed.giveTo(inflater);
      } else {
        int count = inflate(sink, byteCount);
        if (count > 0) {
          return count;
        }
      }
    }
    return -1;
  }

  private void beginMember() throws IOException {
    if (hadMember && packed.isPaddingToItsEnd()) {
      ended = true;
      return;
    }
    GzipHeader.read(packed, hadMember);
    hadMember = true;
    inMember = true;
  }

  /** Inflates into the last segment of a buffer, which takes no copy. */
  private int inflate(Buffer sink, long byteCount) {
    long before = sink.size();
    int count = 0;
    try (Buffer.UnsafeCursor tail = sink.readAndWriteUnsafe(cursor)) {
      long room = tail.expandBuffer(1);
      try {
        count = inflater.inflate(tail.data, tail.start, (int) Math.min(room, byteCount));
        checksum.update(tail.data, tail.start, count);
      } catch (DataFormatException damage) {
        throw ProtocolViolation.of(
            "is damaged: what it packs with gzip cannot be unpacked", damage);
      } finally {
        tail.resizeBuffer(before + count);
      }
    }
    return count;
  }

  private void endMember() throws IOException {
    packed.takeBack(inflater.getRemaining());
    int expectedChecksum = packed.nextInt();
    int expectedLength = packed.nextInt();
    if (expectedChecksum != (int) checksum.getValue()
        || expectedLength != (int) inflater.getBytesWritten()) {
      throw ProtocolViolation.of("is damaged: what it packs with gzip does not fit its checksum");
    }
    inflater.reset();
    checksum.reset();
    inMember = false;
  }

  @Override
  public Timeout timeout() {
    return packed.timeout();
  }

  @Override
  public void close() throws IOException {
    ended = true;
    inflater.end();
    packed.close();
  }
}
