package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file of one slice, staged in the target's own folder. */
final class StagedSlice implements SliceOutput {
  private final TargetFolder target;
  private final AsideFiles aside;
  private final ChosenSink chosen;
  private final String file;
  private final OutputMessages messages;
  private final StagedOutput staged;
  private @Nullable Path finished;

  /**
   * Stages in a folder, which is closed with this.
   *
   * @param file where the file goes below the target, with slashes
   */
  StagedSlice(
      TargetFolder target, AsideFiles aside, ChosenSink chosen, String file, StagingFolder folder) {
    this.target = target;
    this.aside = aside;
    this.chosen = chosen;
    this.file = file;
    this.messages = OutputMessages.ofOutput(target.path().resolve(file).toString());
    this.staged = new StagedOutput(target.files(), folder, chosen, messages, false);
  }

  @Override
  public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
    finished = null;
    return staged.open(schema, columns);
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
  public Optional<PublishedFile> finish() throws IOException {
    Path whole = staged.finish();
    try {
      target.files().forceFile(whole);
      PublishedFile read = FileDigest.of(target.files(), whole, file);
      finished = whole;
      return Optional.of(read);
    } catch (IOException unfinished) {
      throw messages.failure(unfinished);
    }
  }

  @Override
  public void publish(SliceReplacement replacement) throws IOException {
    Path whole = finished;
    if (whole == null) {
      throw new IllegalStateException("finish must come first");
    }
    try {
      publishInPlace(whole, replacement.earlier().flatMap(SliceAnswer::file), replacement.at());
    } catch (FileAlreadyExistsException taken) {
      throw messages.failure(FailureReason.OUTPUT_APPEARED, inTheWay(taken), taken);
    } catch (IOException failure) {
      throw messages.failure(failure);
    }
  }

  /**
   * What has to be put aside: the earlier file, unless somebody removed it; else one of the same
   * name that the ledger does not know, because a copy of it was put back that is older.
   */
  private Optional<PublishedFile> toBeReplaced(Optional<PublishedFile> earlier) throws IOException {
    if (earlier.isPresent() && isFile(place(earlier.get().path()))) {
      return earlier;
    }
    return isFile(place(file))
        ? Optional.of(FileDigest.of(target.files(), place(file), file))
        : Optional.empty();
  }

  private boolean isFile(Path place) throws IOException {
    return target.files().entryKind(place) == EntryKind.FILE;
  }

  private Path place(String path) {
    return target.path().resolve(path);
  }

  /** Nothing is replaced that is no file. */
  private String inTheWay(FileAlreadyExistsException taken) {
    Path place = target.path().resolve(file);
    return taken.getFile() == null || place.equals(Path.of(taken.getFile()))
        ? "something has its name that is no file of this history"
        : "%s is no folder".formatted(taken.getFile());
  }

  private void publishInPlace(Path whole, Optional<PublishedFile> earlier, Instant at)
      throws IOException {
    Path place = place(file);
    Path folder = FolderPaths.above(place);
    target.make(folder);
    Publication publication = new Publication(target.files(), folder, place);
    Optional<PublishedFile> replaced = toBeReplaced(earlier);
    if (replaced.isEmpty()) {
      publication.add(whole);
      return;
    }
    PublishedFile old = replaced.get();
    boolean isNew = aside.keep(old);
    boolean published = false;
    try {
      if (old.path().equals(file)) {
        publication.replace(whole, staged.place("earlier"));
      } else {
        publication.add(whole);
      }
      published = true;
    } finally {
      if (!published && isNew) {
        aside.forget(old);
      }
    }
    new EarlierFile(target, aside).remove(old, file, at);
  }

  @Override
  public void discard() {
    finished = null;
    staged.discard();
  }

  @Override
  public void close() {
    staged.close();
  }
}
