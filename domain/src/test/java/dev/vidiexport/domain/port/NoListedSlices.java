package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import java.util.List;

/** Rows that nobody may read back. */
public final class NoListedSlices implements ListedSlices {
  @Override
  public FileRows open(
      SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns) {
    throw new AssertionError("Nobody is to read " + key);
  }

  @Override
  public boolean isAsListed(SliceKey key, SliceAnswer listed) {
    throw new AssertionError("Nobody is to look at " + key);
  }

  @Override
  public String place(SliceKey key, SliceAnswer listed) {
    throw new AssertionError("Nobody is to ask for the place of " + key);
  }
}
