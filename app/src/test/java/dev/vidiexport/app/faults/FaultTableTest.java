package dev.vidiexport.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTableTest {
  private static final int FAULTS = 196;
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("domain", "adapters-http", "adapters-sinks", "app");

  @Test
  void namesATestThatIsThereForEveryFault() throws IOException {
    FaultTable table = FaultTable.of(Files.readString(ROOT.resolve("app/README.md")));

    assertThat(table.problems(FAULTS, tests())).isEmpty();
  }

  @Test
  void noticesWhatIsMissing() {
    FaultTable table =
        FaultTable.of(
            """
            # Title

            ## What can go wrong

            | | fault | what happens | tests |
            |---|---|---|---|
            | 1 | rain | an umbrella | `UmbrellaTest` |
            | 2, 3 | snow, hail | a coat | `CoatTest`, `HatTest` |
            | 3 | hail | a coat | `CoatTest` |
            | 5 | fog | nothing | none: it passes |
            | 6 | wind | nothing | |
            | 7 | storm | nothing | none |

            ## What comes next

            | 4 | frost | gloves | `CoatTest` |
            """);

    assertThat(table.problems(6, Set.of("CoatTest", "UmbrellaTest")))
        .containsExactly(
            "Fault 3 occurs twice, or does not exist",
            "Fault 7 occurs twice, or does not exist",
            "Fault 4 is missing",
            "Fault 6 is missing",
            "Fault [2, 3] names HatTest, which is not there",
            "Fault [7] has neither a test nor a reason");
  }

  private static Set<String> tests() throws IOException {
    return MODULES.stream()
        .flatMap(module -> sources(ROOT.resolve(module).resolve("src/test/java")))
        .collect(Collectors.toSet());
  }

  private static Stream<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
