package dev.vidiexport.reading.rows;

import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says what is wrong with a file, so that its user knows which one it is. Immutable. */
public final class FileProblem {
  private static final int MOST_CHARACTERS = 1_000;

  private final String name;

  public FileProblem(Path file) {
    this.name = CleanText.escaped(file.toString(), MOST_CHARACTERS);
  }

  /** A file that is not what it should be: {@code of("it is empty")}. */
  public IOException of(String what) {
    return new IOException(sentence(what));
  }

  /** The same, with what was thrown. */
  public IOException of(String what, Throwable cause) {
    return new IOException(sentence(what), cause);
  }

  /** A file that cannot be opened, or not be read on. */
  public IOException unreadable(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return of("it is not there", cause);
    }
    if (cause instanceof AccessDeniedException) {
      return of("this user may not read it", cause);
    }
    return of(
        CleanText.escaped(String.valueOf(cause.getMessage()).strip(), MOST_CHARACTERS), cause);
  }

  private String sentence(String what) {
    return "The file %s cannot be read back: %s.".formatted(name, what);
  }
}
