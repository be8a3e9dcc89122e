package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output: staged in a folder of its own, and copied when the whole is there. */
final class StandardOutputDestination implements Destination {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final FileOperations files;
  private final StandardOutput standardOutput;
  private final ChosenSink chosen;
  private final OutputMessages staging;
  private final OutputMessages copying;
  private @Nullable StagedOutput staged;

  StandardOutputDestination(
      FileOperations files, StandardOutput standardOutput, ChosenSink chosen) {
    this.files = files;
    this.standardOutput = standardOutput;
    this.chosen = chosen;
    this.staging = OutputMessages.ofStaging(standardOutput.staging());
    this.copying = OutputMessages.ofStandardOutput();
  }

  @Override
  public void check() {
    close();
    chosen.check(Optional.empty(), copying);
    try {
      Path folder = standardOutput.staging().toAbsolutePath();
      EntryKind kind = files.kind(folder);
      if (kind != EntryKind.FOLDER) {
        throw staging.refusal(
            FailureReason.STAGING_UNUSABLE,
            kind == EntryKind.ABSENT ? "the folder does not exist" : "it is not a folder");
      }
      staged =
          new StagedOutput(
              files,
              StagingFolder.share(files, files.realPath(folder), StagingName.ofStandardOutput()),
              chosen,
              staging,
              true);
    } catch (IOException e) {
      throw staging.refusal(e);
    }
  }

  @Override
  public Sink open(Schema schema) throws IOException {
    return checked().open(schema);
  }

  @Override
  public String formatName() {
    return chosen.name();
  }

  @Override
  public boolean takesNonFinite() {
    return chosen.provider().takesNonFinite();
  }

  @Override
  public long publish() throws IOException {
    Path whole = checked().finish();
    long bytes = copy(whole);
    close();
    return bytes;
  }

  private long copy(Path whole) throws IOException {
    try (InputStream from = open(whole)) {
      OutputStream to = standardOutput.stream().get();
      byte[] buffer = new byte[BUFFER_BYTES];
      long copied = 0;
      for (int count = read(from, buffer); count >= 0; count = read(from, buffer)) {
        to.write(buffer, 0, count);
        copied += count;
      }
      to.flush();
      return copied;
    } catch (IOException e) {
      throw copying.failure(e);
    }
  }

  private InputStream open(Path whole) throws IOException {
    try {
      return files.read(whole);
    } catch (IOException e) {
      throw staging.failure(e);
    }
  }

  private int read(InputStream from, byte[] buffer) throws IOException {
    try {
      return from.read(buffer);
    } catch (IOException e) {
      throw staging.failure(e);
    }
  }

  @Override
  public void discard() {
    StagedOutput current = staged;
    if (current != null) {
      current.discard();
    }
  }

  @Override
  public void close() {
    StagedOutput current = staged;
    if (current != null) {
      staged = null;
      current.close();
    }
  }

  private StagedOutput checked() {
    StagedOutput current = staged;
    if (current == null) {
      throw new IllegalStateException("check must come first");
    }
    return current;
  }
}
