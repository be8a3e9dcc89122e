package dev.vidiexport.app.staging;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPathTest {
  private static final String USE_A_FILE = " Use - for standard output, or name a file.";

  @TempDir Path temporary;
  Path folder;

  @BeforeEach
  void nameFolder() throws IOException {
    folder = temporary.toRealPath();
  }

  private static OutputPath find(Object name) {
    String text = name.toString();
    return OutputPath.of(new LocalFileOperations(), text, OutputMessages.ofOutput(text));
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(Object name) {
    return assertThatThrownBy(() -> find(name))
        .isInstanceOfSatisfying(
            ExportException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN))
        .hasMessageStartingWith("Cannot write ");
  }

  @Test
  void findsAFileThatIsNotThereYet() {
    Path file = folder.resolve("out.csv");

    assertThat(find(file)).isEqualTo(new OutputPath(folder, file, false));
  }

  @Test
  void refusesWhatTheSystemKeepsForItself() {
    assertRefused("/proc/out.csv")
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write /proc/out.csv: no files can be created in its folder /proc. Choose"
                + " another --output.");
    assertRefused("/proc/self/fd/1").hasMessageContaining("it is a stream of this process");
  }

  @Test
  void findsAFileThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("out.csv"), "earlier");

    assertThat(find(file)).isEqualTo(new OutputPath(folder, file, true));
  }

  @Test
  void findsAFileInTheWorkingFolder() throws IOException {
    Path here = Path.of("").toRealPath();

    assertThat(find("no-such-output.csv"))
        .isEqualTo(new OutputPath(here, here.resolve("no-such-output.csv"), false));
  }

  @Test
  void followsLinksToTheirTarget() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = Files.writeString(data.resolve("real.csv"), "earlier");
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("data/real.csv"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), second);

    assertThat(find(first)).isEqualTo(new OutputPath(data, file, true));
  }

  @Test
  void followsALinkWhoseTargetIsNotThereYet() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("data/../data/new.csv"));

    assertThat(find(link)).isEqualTo(new OutputPath(data, data.resolve("new.csv"), false));
  }

  @Test
  void givesOneNameToAFileBehindALinkedFolder() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), data);

    assertThat(find(linked.resolve("out.csv"))).isEqualTo(find(data.resolve("out.csv")));
  }

  @Test
  void refusesLinksThatLeadInACircle() throws IOException {
    Path one = folder.resolve("one");
    Path two = Files.createSymbolicLink(folder.resolve("two"), one);
    Files.createSymbolicLink(one, two);

    assertRefused(one)
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write %s: its symbolic links form a loop. Choose another --output."
                .formatted(one));
  }

  @Test
  void refusesALinkIntoAFolderThatIsNotThere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere/out.csv"));

    assertRefused(link)
        .hasMessageContaining("its folder %s does not exist", folder.resolve("nowhere"));
  }

  @Test
  void refusesAFolder() throws IOException {
    assertRefused(folder)
        .extracting(ToldToUser::by)
        .isEqualTo("Cannot write %s: it is a folder. Name a file in it.".formatted(folder));
    assertRefused("/").hasMessageContaining("it is a folder");
    assertRefused(Files.createSymbolicLink(folder.resolve("link"), folder))
        .hasMessageContaining("it is a folder");
  }

  @Test
  void refusesANameThatCanOnlyBeAFolders() {
    assertRefused(folder + "/data/").hasMessageContaining("it is a folder");
  }

  @Test
  void refusesADevice() {
    assertRefused("/dev/null")
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write /dev/null: it is not a regular file but a device, FIFO or socket."
                + USE_A_FILE);
  }

  @Test
  void refusesAFifo() throws IOException, InterruptedException {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();

    assertRefused(fifo).extracting(ToldToUser::by, as(STRING)).endsWith(USE_A_FILE);
  }

  @Test
  void refusesASocket() throws IOException {
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));

      assertRefused(socket).extracting(ToldToUser::by, as(STRING)).endsWith(USE_A_FILE);
    }
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path missing = folder.resolve("missing");

    assertRefused(missing.resolve("out.csv"))
        .extracting(ToldToUser::by)
        .isEqualTo(
            ("Cannot write %s: its folder %s does not exist."
                    + " Create it first, or choose another --output.")
                .formatted(missing.resolve("out.csv"), missing));
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertRefused(file.resolve("out.csv")).hasMessageContaining("%s is not a folder", file);
  }

  @Test
  void refusesATooLongName() {
    assertRefused(folder.resolve("n".repeat(256))).hasMessageContaining("File name too long");
  }

  @Test
  void refusesWhatIsNoNameAtAll() {
    assertRefused("").hasMessageContaining("it has no name");
    assertRefused("out\0.csv")
        .extracting(ToldToUser::by)
        .isEqualTo(
            "Cannot write out\\u{0000}.csv: this is not a valid file name here. Choose another"
                + " --output.");
  }
}
