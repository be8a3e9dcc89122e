package dev.vidiexport.app.staging;

import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.SliceStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** The files of a history below its target. */
public final class HistoryFolder implements SliceStore {
  private final TargetFolder target;
  private final AsideFiles aside;
  private final Function<String, ChosenSink> sinks;

  /**
   * Files below a target that is held, and let go with this.
   *
   * @param sinks the format of each export, with an extension
   */
  public HistoryFolder(TargetFolder target, Function<String, ChosenSink> sinks) {
    this.target = target;
    this.aside = new AsideFiles(target);
    this.sinks = sinks;
  }

  /**
   * Asks the formats whether they could work here. Changes nothing.
   *
   * @throws dev.vidiexport.domain.failure.ExportException {@code OUTPUT_NOT_WRITTEN}, when not
   */
  public void check(Collection<ChosenSink> formats) {
    formats.forEach(format -> format.check(Optional.empty(), messages("")));
  }

  @Override
  public SliceOutput output(SliceKey key) {
    ChosenSink chosen = sinks.apply(key.export());
    String file = key.file(chosen.extension().orElseThrow());
    try {
      return new StagedSlice(target, aside, chosen, file, target.stage());
    } catch (IOException unstaged) {
      throw messages(file).refusal(unstaged);
    }
  }

  @Override
  public boolean settle(Ledger.Publication open, Instant at) {
    Optional<PublishedFile> earlier = open.earlier().flatMap(SliceAnswer::file);
    if (open.answer().hasRows()) {
      return settle(open.answer().file().orElseThrow(), earlier, at);
    }
    earlier.ifPresent(file -> putAside(file, at));
    return true;
  }

  private boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at) {
    try {
      boolean published = stands(announced);
      if (published) {
        FolderMaking.force(target.files(), FolderPaths.above(place(announced)));
        if (earlier.isPresent() && isKept(earlier.get())) {
          new EarlierFile(target, aside).remove(earlier.get(), announced.path(), at);
        }
      } else if (earlier.isPresent()) {
        takeBack(earlier.get());
      } else {
        removeEmpty(FolderPaths.above(place(announced)));
      }
      return published;
    } catch (IOException unknown) {
      throw messages(announced.path()).refusal(unknown);
    }
  }

  /** The name was never given away before its successor had it, so the file stands there. */
  private void takeBack(PublishedFile earlier) throws IOException {
    if (stands(earlier)) {
      aside.forget(earlier);
    } else if (isKept(earlier)) {
      target.make(FolderPaths.above(place(earlier)));
      target.files().move(aside.place(earlier), place(earlier));
      FolderMaking.force(target.files(), FolderPaths.above(place(earlier)));
    }
  }

  private boolean isKept(PublishedFile earlier) throws IOException {
    return target.files().entryKind(aside.place(earlier)) == EntryKind.FILE;
  }

  private boolean stands(PublishedFile file) throws IOException {
    Path place = place(file);
    return target.files().entryKind(place) == EntryKind.FILE
        && target.files().size(place) == file.bytes()
        && FileDigest.of(target.files(), place, file.path()).equals(file);
  }

  private void removeEmpty(Path folder) throws IOException {
    if (target.files().entryKind(folder) == EntryKind.FOLDER
        && target.files().list(folder).isEmpty()) {
      target.files().delete(folder);
    }
  }

  @Override
  public void remove(SliceKey key, SliceReplacement none) {
    none.earlier().flatMap(SliceAnswer::file).ifPresent(file -> putAside(file, none.at()));
  }

  private void putAside(PublishedFile file, Instant at) {
    Path standing = place(file);
    try {
      // Where a run died in between, the rest is still to be done, the date included: as if it had
      // been replaced when it was written, it would be gone too early.
      if (target.files().entryKind(standing) != EntryKind.ABSENT) {
        aside.keep(file);
        target.files().delete(standing);
      }
      FolderMaking.force(target.files(), FolderPaths.above(standing));
      if (isKept(file)) {
        aside.date(file, at);
      }
      removeEmpty(FolderPaths.above(standing));
    } catch (IOException inPlace) {
      throw messages(file.path()).refusal(inPlace);
    }
  }

  private Path place(PublishedFile file) {
    return target.path().resolve(file.path());
  }

  private OutputMessages messages(String file) {
    return OutputMessages.ofOutput(target.path().resolve(file).toString());
  }

  @Override
  public void removeOld(Instant now) {
    aside.removeOld(now);
  }

  @Override
  public void close() {
    target.close();
  }
}
