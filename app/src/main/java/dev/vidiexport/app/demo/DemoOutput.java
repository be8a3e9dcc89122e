package dev.vidiexport.app.demo;

import dev.vidiexport.app.plugins.InstalledSink;

/**
 * Something that the demo writes.
 *
 * @param request whose rows
 * @param sink in which format
 */
record DemoOutput(DemoRequest request, InstalledSink sink) {
  /** What its file is called. */
  String fileName() {
    return request.fileName() + "." + sink.format();
  }
}
