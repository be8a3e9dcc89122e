package dev.vidiexport.app.demo;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.spi.TargetKind;

/**
 * Something that the demo writes.
 *
 * @param request whose rows
 * @param sink in which format
 */
record DemoOutput(DemoRequest request, InstalledSink sink) {
  private static final String EXTENSION_OF_DATABASE = "db";

  /** Whether a format keeps whatever rows there are in a file, and needs no server. */
  static boolean isPossible(InstalledSink sink) {
    boolean isDatabaseInAFile =
        sink.provider().targetKind() == TargetKind.EXTERNAL && !sink.extensions().isEmpty();
    return sink.writesAnyRows() || isDatabaseInAFile;
  }

  /** What its file is called. */
  String fileName() {
    String extension = isDatabase() ? EXTENSION_OF_DATABASE : sink.format();
    return request.fileName() + "." + extension;
  }

  /** Whether it is a table of a database, which the format keeps in a file by itself. */
  boolean isDatabase() {
    return sink.provider().targetKind() == TargetKind.EXTERNAL;
  }
}
