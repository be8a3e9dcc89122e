package dev.vidiexport.app.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {
  private static final ServiceLimits LIMITS = ServiceLimits.documented();
  private static final String OWNER = "someone@example.com\nhttps://vidicenter.quividi.com/";

  @TempDir private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private UserMessages.Level level = UserMessages.Level.NORMAL;

  private Quota shared(Map<String, String> environment, String owner) {
    PrintWriter messages = new PrintWriter(new OutputStreamWriter(err, UTF_8), true);
    Console console =
        new Console(
            environment,
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            messages,
            messages,
            false,
            false);
    return StateFolder.shared(LIMITS, owner, console, new UserMessages(messages, level));
  }

  private Map<String, String> stateHome() {
    return Map.of("XDG_STATE_HOME", folder.toString(), "HOME", "/nowhere");
  }

  @Test
  void isTheUsersAlone() throws IOException {
    Files.createDirectory(folder.resolve("vidiexport"));
    Files.setPosixFilePermissions(
        folder.resolve("vidiexport"), PosixFilePermissions.fromString("rwxrwxrwx"));

    Quota quota = shared(stateHome(), OWNER);
    quota.claim().take(true);

    assertThat(permissions(folder.resolve("vidiexport"))).isEqualTo("rwx------");
    assertThat(files()).hasSize(1).allMatch(file -> permissions(file).equals("rw-------"));
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void namesItsFilesByAHashOfTheOwner() throws IOException {
    shared(stateHome(), OWNER);
    shared(stateHome(), OWNER);
    shared(stateHome(), "another@example.com\nhttps://vidicenter.quividi.com/");

    assertThat(files())
        .hasSize(2)
        .allMatch(file -> file.getFileName().toString().matches("[0-9a-f]{32}\\.limits"));
  }

  @Test
  void isBelowTheHomeWhereNothingElseIsSaid() {
    shared(Map.of("HOME", folder.toString(), "XDG_STATE_HOME", "relative"), OWNER);

    assertThat(folder.resolve(".local/state/vidiexport")).isDirectory();
  }

  @Test
  void sharesTheLimitsWithWhoeverOpensIt() {
    Quota one = shared(stateHome(), OWNER);
    Quota other = shared(stateHome(), OWNER);
    for (int run = 0; run < 3; run++) {
      Quota.Claim claim = one.claim();
      assertThat(claim.take(true)).isEmpty();
      claim.end();
      claim.giveBackConnection();
    }

    assertThat(other.claim().take(true))
        .contains(LimitReached.untilSomebodyIsDone(LimitReached.Limit.EXPORTS, true));
  }

  @Test
  void warnsOfAPlaceThatCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("vidiexport"), "a file");

    assertThat(shared(stateHome(), OWNER).limits()).isEqualTo(LIMITS);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "vidiexport: The service's limits are kept within this run only, without regard to other runs of this user: %s/vidiexport cannot be used: it is not a folder."
                    .formatted(folder)
                + " Set XDG_STATE_HOME to a folder that you may write to.\n");
  }

  @Test
  void warnsWhenNothingNamesAPlace() {
    assertThat(shared(Map.of(), OWNER).limits()).isEqualTo(LIMITS);

    assertThat(err.toString(UTF_8)).contains("neither XDG_STATE_HOME nor HOME names a folder");
  }

  @Test
  void warnsNobodyWhoWantsErrorsAlone() {
    level = UserMessages.Level.QUIET;

    assertThat(shared(Map.of(), OWNER).limits()).isEqualTo(LIMITS);

    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XDG_STATE_HOME", "HOME"})
  void warnsOfAFolderThatTheLocaleCannotName(String variable) {
    Map<String, String> environment = new HashMap<>(Map.of("HOME", folder.toString()));
    environment.put(variable, "/home/\0");

    assertThat(shared(environment, OWNER).limits()).isEqualTo(LIMITS);

    assertThat(err.toString(UTF_8))
        .contains(
            "the folder in %s has characters that this locale cannot represent."
                .formatted(variable))
        .endsWith(" Set LC_ALL=C.UTF-8.\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesAloneWhatALinkInItsPlaceLeadsTo() throws IOException {
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(folder.resolve("vidiexport"), target);

    assertThat(shared(stateHome(), OWNER).limits()).isEqualTo(LIMITS);

    assertThat(permissions(target)).isEqualTo("rwxr-xr-x");
    assertThat(target).isEmptyDirectory();
    assertThat(err.toString(UTF_8))
        .endsWith(
            "%s/vidiexport cannot be used: it is a link. Remove it, or set XDG_STATE_HOME to another"
                    .formatted(folder)
                + " folder.\n");
  }

  @Test
  void namesTheFileWhereThatIsAtFault() throws IOException {
    shared(stateHome(), OWNER);
    Path file = files().get(0);
    Files.delete(file);
    Files.createDirectory(file);

    assertThat(shared(stateHome(), OWNER).limits()).isEqualTo(LIMITS);

    assertThat(err.toString(UTF_8))
        .endsWith("%s cannot be used: it is not a plain file. Remove it.\n".formatted(file));
  }

  @Test
  void removesTheFilesThatNobodyUses() throws IOException {
    shared(stateHome(), OWNER);
    Path own = files().get(0);
    Path old = own.resolveSibling("old.limits");
    Files.writeString(old, "");
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));

    shared(stateHome(), OWNER);

    assertThat(files()).containsExactly(own);
  }

  @Test
  void neverFollowsALinkInPlaceOfItsFile() throws IOException {
    shared(stateHome(), OWNER);
    Path file = files().get(0);
    Path victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.delete(file);
    Files.createSymbolicLink(file, victim);

    assertThat(shared(stateHome(), OWNER).limits()).isEqualTo(LIMITS);

    assertThat(victim).hasContent("precious");
    assertThat(err.toString(UTF_8))
        .endsWith("%s cannot be used: it is not a plain file. Remove it.\n".formatted(file));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("vidiexport"))) {
      return files.toList();
    }
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException unreadable) {
      throw new AssertionError("Cannot look at " + path, unreadable);
    }
  }
}
