package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The completions for shells, which the build has made of the commands. */
final class CompletionScript {
  /** The shells that there is one for. */
  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  static final String COMMAND = "completion";

  private static final String FOLDER = "META-INF/vidiexport/completion/";

  private CompletionScript() {}

  /**
   * What a command line shows that asks for a script, and for nothing else; empty where the parser
   * has to look.
   */
  static Optional<String> askedBy(String... arguments) {
    return arguments.length == 2 && arguments[0].equals(COMMAND) && SHELLS.contains(arguments[1])
        ? Optional.of(of(arguments[1]))
        : Optional.empty();
  }

  /** The script for a shell, one of {@link #SHELLS}. */
  static String of(String shell) {
    try (InputStream in =
        CompletionScript.class.getClassLoader().getResourceAsStream(FOLDER + shell)) {
      return new String(Objects.requireNonNull(in, shell).readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
