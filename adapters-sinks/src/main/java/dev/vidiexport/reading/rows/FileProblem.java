package dev.vidiexport.reading.rows;

import dev.vidiexport.domain.text.CleanText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

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
    return of(reason(cause), cause);
  }

  /** The reason as a clause; the library's own, where it is not known what it means. */
  public static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (cause instanceof AccessDeniedException) {
      return "this user may not read it";
    }
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return "what is packed in it is damaged, or cut";
    }
    String message = cause.getMessage();
    return message == null ? "it cannot be read" : CleanText.of(message, MOST_CHARACTERS);
  }

  private String sentence(String what) {
    return "The file %s cannot be read back: %s.".formatted(name, what);
  }
}
