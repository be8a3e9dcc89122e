package dev.vidiexport.http.sandbox;

import dev.vidiexport.http.sandbox.data.DataOverTime;
import dev.vidiexport.http.sandbox.data.Refusal;
import java.io.IOException;
import java.io.Writer;
import java.time.InstantSource;
import java.util.Iterator;

/** Serves networks, sites, locations and tags as JSON arrays. */
final class TopologyEndpoint {
  private final DataOverTime data;
  private final InstantSource present;

  TopologyEndpoint(DataOverTime data, InstantSource present) {
    this.data = data;
    this.present = present;
  }

  /**
   * Answers a call.
   *
   * @param path what stands behind {@code api/v1/}, without its last slash
   * @throws Refusal when there is no such path, or nothing of that id or label
   */
  void answer(String path, Reply reply) throws IOException {
    Iterator<String> objects = data.at(present.instant()).objects(path);
    reply.json(writer -> writeArray(objects, writer));
  }

  private static void writeArray(Iterator<String> objects, Writer writer) throws IOException {
    writer.write('[');
    String separator = "\n";
    while (objects.hasNext()) {
      writer.write(separator);
      writer.write(objects.next());
      separator = ",\n";
    }
    writer.write(']');
  }
}
