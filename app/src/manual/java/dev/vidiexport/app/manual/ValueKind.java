package dev.vidiexport.app.manual;

import java.util.List;

/** What a shell can offer where a value belongs. */
public sealed interface ValueKind {
  /** An option without a value. */
  record None() implements ValueKind {}

  /** A value that only the user knows. */
  record Free() implements ValueKind {}

  /** One of a few words. */
  record Words(List<String> words) implements ValueKind {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** One or more of a few words, with commas between them. */
  record WordList(List<String> words) implements ValueKind {
    public WordList {
      words = List.copyOf(words);
    }
  }

  /** A file, to be read or written. */
  record File() implements ValueKind {}

  /** A folder. */
  record Folder() implements ValueKind {}

  /** One or more exports of the project file, with commas between them. */
  record ExportNames() implements ValueKind {}

  /** An option of a format, {@code KEY=VALUE}. */
  record SinkOptions() implements ValueKind {}
}
