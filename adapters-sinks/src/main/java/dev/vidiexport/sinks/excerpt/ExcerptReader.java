package dev.vidiexport.sinks.excerpt;

import java.io.IOException;
import java.nio.file.Path;

/** Reads files of one format back. */
interface ExcerptReader {
  /** What {@link Excerpt#of} says. */
  Excerpt read(Path file, int most) throws IOException;
}
