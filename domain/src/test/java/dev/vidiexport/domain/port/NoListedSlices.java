package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import java.util.List;

/** Files that nobody may read back. */
public final class NoListedSlices implements ListedSlices {
  @Override
  public FileRows open(PublishedFile file, FileFormat format, List<NumberedColumn> columns) {
    throw new AssertionError("Nobody is to read " + file);
  }

  @Override
  public boolean isAsListed(PublishedFile file) {
    throw new AssertionError("Nobody is to look at " + file);
  }
}
