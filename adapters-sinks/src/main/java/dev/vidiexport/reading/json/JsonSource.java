package dev.vidiexport.reading.json;

import dev.vidiexport.reading.rows.FileProblem;
import dev.vidiexport.reading.rows.PackedInput;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** An open file of lines, which may be read from its beginning more than once. */
final class JsonSource implements Closeable {
  private final Path name;
  private final FileChannel file;
  private final JsonLayout layout;
  private final FileProblem problem;

  private JsonSource(Path name, FileChannel file, JsonLayout layout, FileProblem problem) {
    this.name = name;
    this.file = file;
    this.layout = layout;
    this.problem = problem;
  }

  static JsonSource open(Path name, JsonLayout layout, FileProblem problem) throws IOException {
    try {
      return new JsonSource(name, FileChannel.open(name), layout, problem);
    } catch (IOException unreadable) {
      throw problem.unreadable(unreadable);
    }
  }

  /** Its lines from the first on; those that were given before are no good any more. */
  LineChunks lines() throws IOException {
    try {
      file.position(0);
      return new LineChunks(PackedInput.of(Channels.newInputStream(file), name), layout, problem);
    } catch (IOException unreadable) {
      throw problem.unreadable(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
