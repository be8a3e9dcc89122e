package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar runs in the odd place of the tests, not beside it. */
class PlaceIT {
  @TempDir private Path folder;

  @Test
  void isThatOfTheTests() {
    ProcessResult ended =
        PackagedJar.in(folder)
            .withJvmOptions(List.of("-XshowSettings:properties"))
            .run("--version");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err().lines().map(String::strip))
        .containsAll(
            Stream.of(
                    "user.language",
                    "user.country",
                    "user.extensions",
                    "user.timezone",
                    "sun.jnu.encoding")
                .filter(name -> System.getProperty(name) != null)
                .map(name -> (name + " = " + System.getProperty(name)).strip())
                .toList());
  }
}
