package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for the tokens must itself be able to find them. */
class CanaryTest {
  private static final byte[] NOTHING = {};

  @TempDir private Path folder;

  static Stream<String> writings() {
    return Stream.of(Canary.TOKEN, Canary.PLAIN_TOKEN)
        .flatMap(
            token ->
                Stream.of("", "a", "ab", "abc", "user@example.com:").map(before -> before + token))
        .flatMap(
            text ->
                Stream.of(
                    text,
                    text + " and more",
                    "a" + text.substring(0, text.length() - 4),
                    URLEncoder.encode(text, UTF_8),
                    URLEncoder.encode(text, UTF_8).replace("%2B", "%2b").replace("%2F", "%2f"),
                    text.replace("/", "\\/"),
                    text.replace("+", "\\u002b"),
                    Base64.getEncoder().encodeToString(text.getBytes(UTF_8)),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)),
                    URLEncoder.encode(
                        Base64.getEncoder().encodeToString(text.getBytes(UTF_8)), UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("writings")
  void isFoundInEveryWriting(String writing) {
    assertThat(Canary.leakedInto("x " + writing + " y")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "Basic (not shown)", "canary@example.com", "Cn4ry+T"})
  void isNotFoundWhereItIsNot(String text) {
    assertThat(Canary.leakedInto(text)).isEmpty();
  }

  @Test
  void isFoundOnTheStreams() {
    LeakSearch search = LeakSearch.before(folder);

    search.check(NOTHING, "nothing");
    assertFound(search, Canary.TOKEN.getBytes(UTF_8), "");
    assertFound(search, NOTHING, Canary.authorization());
  }

  @Test
  void isFoundInWhatATestReadsOfAPipe() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), Canary.TOKEN);
    RunningJar running =
        RunningJar.start(
            new ProcessBuilder("cat", file.toString()), Redirect.PIPE, Path.of("/dev/null"));

    assertThat(running.reader().readLine()).isEqualTo(Canary.TOKEN);

    assertThatThrownBy(running::end).hasMessageContaining("token on standard output");
  }

  @Test
  void isFoundInFilesAndTheirNames() throws IOException {
    LeakSearch search = LeakSearch.before(folder);
    Path file = Files.createDirectory(folder.resolve("sub")).resolve("large");
    Files.write(file, new byte[10 * 1024 * 1024]);
    search.check(NOTHING, "");

    Files.writeString(file, Canary.TOKEN, StandardOpenOption.APPEND);
    assertFound(search, NOTHING, "");
    Files.delete(file);
    Path named = Files.createFile(folder.resolve(Canary.PLAIN_TOKEN));
    assertFound(search, NOTHING, "");
    Files.delete(named);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.gz")))) {
      out.write(Canary.TOKEN.getBytes(UTF_8));
    }
    assertFound(search, NOTHING, "");
  }

  @Test
  void mayStayWhereItWasBefore() throws IOException {
    Files.writeString(folder.resolve("token"), Canary.TOKEN);

    LeakSearch.before(folder).check(NOTHING, "");
  }

  @Test
  void isFoundInTheListOfProcesses() throws IOException {
    Process process = new ProcessBuilder("sh", "-c", "sleep 60; true", Canary.TOKEN).start();
    try {
      assertThatThrownBy(() -> LeakSearch.checkProcess(process.pid()))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("token in /proc");
    } finally {
      process.destroyForcibly();
    }
  }

  private static void assertFound(LeakSearch search, byte[] out, String err) {
    assertThatThrownBy(() -> search.check(out, err)).isInstanceOf(AssertionError.class);
  }
}
