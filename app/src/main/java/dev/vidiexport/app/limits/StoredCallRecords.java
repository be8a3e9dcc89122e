package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The call records in their file. Whoever reads or writes them holds the file's mutex. */
final class StoredCallRecords {
  private final FileChannel channel;
  private final ServiceLimits most;
  private final MachineClock clock;

  StoredCallRecords(FileChannel channel, ServiceLimits most, MachineClock clock) {
    this.channel = channel;
    this.most = most;
    this.clock = clock;
  }

  CallRecords read() throws IOException {
    CallRecords records = new CallRecords(most.calls(), most.connections());
    ByteBuffer bytes = ByteBuffer.allocate(records.size());
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, bytes.position());
    }
    records.read(bytes.flip(), clock.now());
    return records;
  }

  void write(CallRecords records) throws IOException {
    ByteBuffer bytes = records.write(clock.now());
    while (bytes.hasRemaining()) {
      int ignored = channel.write(bytes, bytes.position());
    }
  }
}
