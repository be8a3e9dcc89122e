package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateHomeTest {
  private static final int ANOTHER_USER = 12_345;

  @TempDir private Path folder;
  @TempDir private Path own;

  private Path home(Map<String, String> environment) throws UnusableStateFolderException {
    PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
    Console console =
        new Console(
            environment,
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            nowhere,
            nowhere,
            false,
            false);
    return StateHome.of(console, own);
  }

  /** Only root can, and nobody else can make anything in the folder of another user. */
  private boolean isGivenToAnother(Path place) throws IOException {
    if (MachineRequirements.isRoot()) {
      Files.setAttribute(place, "unix:uid", ANOTHER_USER);
      return true;
    }
    assertThatThrownBy(() -> Files.setAttribute(place, "unix:uid", ANOTHER_USER))
        .isInstanceOf(IOException.class);
    return false;
  }

  @Test
  void isWhatTheEnvironmentNames() throws Exception {
    assertThat(home(Map.of("XDG_STATE_HOME", folder.toString(), "HOME", "/home/me")))
        .isEqualTo(folder);
    assertThat(home(Map.of("HOME", folder.toString()))).isEqualTo(folder.resolve(".local/state"));
  }

  @Test
  void isRootsOwnInTheEnvironmentOfAnotherUser() throws Exception {
    Path ofOwn = isGivenToAnother(folder) ? own.resolve(".local/state") : null;

    assertThat(home(Map.of("HOME", folder.toString())))
        .isEqualTo(ofOwn == null ? folder.resolve(".local/state") : ofOwn);
    assertThat(home(Map.of("XDG_STATE_HOME", folder + "/new/states")))
        .isEqualTo(ofOwn == null ? folder.resolve("new/states") : ofOwn);
  }

  @Test
  void isNowhereWhereRootHasNoHomeOfItsOwn() throws Exception {
    if (isGivenToAnother(folder) && isGivenToAnother(own)) {
      assertThatThrownBy(() -> home(Map.of("HOME", folder.toString())))
          .isInstanceOf(UnusableStateFolderException.class)
          .hasMessage(
              "%s/.local/state belongs to another user, who could not remove what root makes"
                  + " there. Set XDG_STATE_HOME to a folder of root.",
              folder);
    }
  }
}
