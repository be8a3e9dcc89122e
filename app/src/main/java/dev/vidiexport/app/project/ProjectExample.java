package dev.vidiexport.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The project file to begin with: good but for two lines that are to be filled in. */
public final class ProjectExample {
  private static final String RESOURCE = "META-INF/vidiexport/project/example.yaml";

  private ProjectExample() {}

  /** Its text. */
  public static String text() {
    try (InputStream in = ProjectExample.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + RESOURCE + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
