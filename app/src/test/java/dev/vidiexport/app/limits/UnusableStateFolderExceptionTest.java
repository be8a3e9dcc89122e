package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnusableStateFolderExceptionTest {
  @TempDir private Path folder;

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("a.limits"), "permission denied. Remove it."),
        Arguments.of(
            new IOException("No space left on device"),
            "No space left on device. Free some space there."),
        Arguments.of(
            new IOException(),
            "the file system refused. Make sure that there is room for it, or set XDG_STATE_HOME to"
                + " another folder."));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatToDoAboutAFile(IOException failure, String why) {
    Path file = folder.resolve("a.limits");

    assertThat(UnusableStateFolderException.ofFile(file, failure))
        .hasMessage("%s cannot be used: %s", file, why);
  }
}
