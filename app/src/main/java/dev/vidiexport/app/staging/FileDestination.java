package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file as the output: staged beside itself, and published in one step. */
final class FileDestination implements Destination {
  private final FileOperations files;
  private final String output;
  private final ChosenSink chosen;
  private final boolean overwrite;
  private final OutputMessages messages;
  private @Nullable Reservation reservation;

  FileDestination(FileOperations files, String output, ChosenSink chosen, boolean overwrite) {
    this.files = files;
    this.output = output;
    this.chosen = chosen;
    this.overwrite = overwrite;
    this.messages = OutputMessages.ofOutput(output);
  }

  @Override
  public void check() {
    close();
    OutputPath found = find();
    chosen.check(Optional.empty(), messages);
    StagingName name = StagingName.beside(String.valueOf(found.path().getFileName()));
    StagingFolder folder;
    try {
      folder = StagingFolder.reserve(files, found.folder(), name);
    } catch (IOException e) {
      throw messages.refusal(e);
    }
    reservation =
        new Reservation(found, new StagedOutput(files, folder, chosen, messages, found.exists()));
    boolean free = false;
    try {
      folder.requireForce();
      // Another run may have published between the first look and the reservation.
      find();
      free = true;
    } catch (IOException e) {
      throw messages.refusal(e);
    } finally {
      if (!free) {
        close();
      }
    }
  }

  private OutputPath find() {
    OutputPath found = OutputPath.of(files, output, messages);
    if (found.exists() && !overwrite) {
      throw messages.refusal(FailureReason.OUTPUT_EXISTS, "it already exists");
    }
    return found;
  }

  @Override
  public Sink open(Schema schema) throws IOException {
    return reserved().staged().open(schema);
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
    Reservation reserved = reserved();
    Path staged = reserved.staged().finish();
    long bytes;
    try {
      bytes = files.size(staged);
      publish(reserved, staged);
    } catch (FileAlreadyExistsException taken) {
      throw messages.refusal(
          FailureReason.OUTPUT_APPEARED,
          "something of that name has appeared in the meantime, and stays as it is");
    } catch (IOException e) {
      throw messages.failure(e);
    }
    close();
    return bytes;
  }

  private void publish(Reservation reserved, Path staged) throws IOException {
    OutputPath path = reserved.path();
    Publication publication = new Publication(files, path.folder(), path.path());
    if (overwrite) {
      publication.replace(staged, reserved.staged().place("earlier"));
    } else {
      publication.add(staged);
    }
  }

  @Override
  public void discard() {
    Reservation reserved = reservation;
    if (reserved != null) {
      reserved.staged().discard();
    }
  }

  @Override
  public void close() {
    Reservation reserved = reservation;
    if (reserved != null) {
      reservation = null;
      reserved.staged().close();
    }
  }

  private Reservation reserved() {
    Reservation reserved = reservation;
    if (reserved == null) {
      throw new IllegalStateException("check must come first");
    }
    return reserved;
  }

  private record Reservation(OutputPath path, StagedOutput staged) {}
}
