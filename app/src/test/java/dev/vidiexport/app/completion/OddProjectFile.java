package dev.vidiexport.app.completion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Project files that are written in an unusual way, that are none, or that are meant to harm. */
enum OddProjectFile {
  EMPTY(""),
  ONLY_COMMENTS("# exports:\n#   a_comment:\n"),
  FOUR_SPACES("target: t\nexports:\n    one:\n        format: csv\n    two: {}\n", "one", "two"),
  ONE_SPACE("exports:\n one:\n  format: csv\n two:\n", "one", "two"),
  QUOTED("\"exports\":\n  \"one\":\n    format: csv\n  'two' : {}\n", "one", "two"),
  WITH_COMMENTS(
      "exports: # all of them\n# at the edge\n\n  # one\n  one: # the first\n    format: csv\n\n  two:\n",
      "one",
      "two"),
  LINES_OF_WINDOWS(
      "target: t\r\nexports:\r\n  one:\r\n    format: csv\r\n  two:\r\n", "one", "two"),
  WITH_A_MARK("\uFEFFexports:\n  one: {}\n", "one"),
  WITH_A_DOCUMENT_MARK("---\nexports:\n  one: {}\n...\n", "one"),
  KEYS_BEHIND("exports:\n  one: {}\ntarget: t\ndefaults:\n  format: csv\n", "one"),
  EXPORTS_OF_SOMETHING_ELSE("defaults:\n  exports:\n    none: {}\nexports:\n  one: {}\n", "one"),
  ALL_IN_ONE_LINE("exports: {one: {}, two: {}}\n"),
  WITHOUT_END_OF_LINE("exports:\n  one:", "one"),
  TABS("exports:\n\tone:\n"),
  NAMES_THAT_ARE_COMMANDS(
      "exports:\n  $(touch hacked): {}\n  `touch hacked`: {}\n  \"; touch hacked\": {}\n"
          + "  one: {}\n  a b: {}\n  ../up: {}\n  Upper: {}\n  --option: {}\n",
      "one"),
  A_NAME_THAT_IS_TOO_LONG(
      "exports:\n  " + "a".repeat(64) + ": {}\n  " + "b".repeat(63) + ":\n", "b".repeat(63)),
  NO_TEXT("\u0000\u0001\u0002exports:\n\u0000\n"),
  NOT_YAML("exports:\n  one: {}\n ]]] two: [\n%%%\n", "one");

  private final String text;
  private final Set<String> names;

  OddProjectFile(String text, String... names) {
    this.text = text;
    this.names = new TreeSet<>(Set.of(names));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, text, UTF_8);
  }

  /** The exports that a shell finds in it. */
  Set<String> names() {
    return Set.copyOf(names);
  }
}
