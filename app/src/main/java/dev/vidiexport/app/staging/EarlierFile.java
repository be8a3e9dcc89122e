package dev.vidiexport.app.staging;

import dev.vidiexport.domain.history.PublishedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Ends the replacing of a file whose successor is in its place. */
final class EarlierFile {
  private final TargetFolder target;
  private final AsideFiles aside;

  EarlierFile(TargetFolder target, AsideFiles aside) {
    this.target = target;
    this.aside = aside;
  }

  /**
   * Removes the name of a file that is kept aside, unless its successor has that name, and notes
   * when it was replaced.
   */
  void remove(PublishedFile earlier, String successor, Instant at) throws IOException {
    if (!earlier.path().equals(successor)) {
      Path standing = target.path().resolve(earlier.path());
      target.files().delete(standing);
      FolderMaking.force(target.files(), FolderPaths.above(standing));
    }
    aside.date(earlier, at);
  }
}
