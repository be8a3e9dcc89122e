package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.SampleSlices;
import dev.vidiexport.domain.port.StandingFolders.Entry;
import dev.vidiexport.domain.port.StandingSlices.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStandingFilesTest {
  private static final SliceKey KEY = SampleSlices.slice("viewers", "2024-01-01", 7);
  private static final String PATH = "viewers/date=2024-01-01/a.csv";

  @TempDir private Path folder;
  private Path target;
  private LocalStandingFiles files;
  private SliceAnswer listed;

  @BeforeEach
  void makeAFile() throws IOException {
    target = folder.resolve("audience");
    files = new LocalStandingFiles(target, Wiring.rowFileReader());
    byte[] content = new byte[700_001];
    content[600_000] = 7;
    listed = answer(put(PATH, content));
  }

  private PublishedFile put(String path, byte[] content) throws IOException {
    Path place = target.resolve(path);
    Files.createDirectories(place.getParent());
    Files.write(place, content);
    return new PublishedFile(
        path, content.length, HexFormat.of().formatHex(Sha256.begin().digest(content)));
  }

  private static SliceAnswer answer(PublishedFile file) {
    return SampleSlices.answer(Optional.of(file), 1, 1);
  }

  private Standing look() throws IOException {
    return files.look(KEY, listed, bytes -> {});
  }

  @Test
  void knowsAFileByAllItsBytes() throws IOException {
    AtomicLong read = new AtomicLong();

    assertThat(files.look(KEY, listed, read::addAndGet)).isEqualTo(Standing.AS_LISTED);
    assertThat(read.get()).isEqualTo(700_001);
    byte[] flipped = Files.readAllBytes(target.resolve(PATH));
    flipped[700_000] ^= 1;
    Files.write(target.resolve(PATH), flipped);
    assertThat(look()).isEqualTo(Standing.OTHER);
    Files.write(target.resolve(PATH), new byte[700_000]);
    assertThat(look()).isEqualTo(Standing.OTHER);
  }

  @Test
  void tellsWhatIsNotThereOrNoFile() throws IOException {
    Path place = target.resolve(PATH);
    Path kept = Files.move(place, folder.resolve("kept"));
    assertThat(look()).isEqualTo(Standing.ABSENT);

    Files.createSymbolicLink(place, kept);
    assertThat(look()).isEqualTo(Standing.NO_FILE);

    Files.delete(place);
    Files.createDirectory(place);
    assertThat(look()).isEqualTo(Standing.NO_FILE);

    Files.delete(place);
    Files.delete(place.getParent());
    Files.createFile(place.getParent());
    assertThat(look()).isEqualTo(Standing.ABSENT);
  }

  @Test
  void looksAtFilesOfAnExportThatLiesElsewhere() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(target.resolve("viewers"), elsewhere);
    Files.createSymbolicLink(target.resolve("viewers"), elsewhere);

    assertThat(look()).isEqualTo(Standing.AS_LISTED);
    assertThat(entries("viewers")).extracting(Entry::name).containsExactly("date=2024-01-01");
  }

  private List<Entry> entries(String export) throws IOException {
    List<Entry> entries = new ArrayList<>();
    files.entries(export, entries::add);
    return entries;
  }

  @Test
  void showsWhatStandsInFoldersAndFollowsNoLink() throws IOException {
    Files.createSymbolicLink(target.resolve("viewers/date=2024-01-02"), folder);

    List<Entry> entries = entries("viewers");

    assertThat(entries)
        .extracting(entry -> entry.path() + " " + entry.isFolder() + " " + entry.isThere())
        .containsExactlyInAnyOrder(
            "viewers/date=2024-01-01 true true", "viewers/date=2024-01-02 false true");
    List<Entry> within = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.isFolder()) {
        entry.entries(within::add);
      }
    }
    assertThat(within).extracting(Entry::path).containsExactly(PATH);
    Files.delete(target.resolve(PATH));
    assertThat(within.get(0).isThere()).isFalse();
  }

  @Test
  void showsNothingWhereThereIsNoFolder() throws IOException {
    assertThat(entries("nobody")).isEmpty();
    Files.createFile(target.resolve("file"));
    assertThat(entries("file")).isEmpty();
  }

  @Test
  void saysInWordsWhatCannotBeRead() {
    String endless = "viewers/" + "x".repeat(300);

    assertThatThrownBy(
            () -> files.look(KEY, answer(new PublishedFile(endless, 1, "0")), bytes -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The file " + endless + " of the history cannot be read: ")
        .hasMessageEndingWith(".");
    assertThatThrownBy(() -> files.entries(endless, entry -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The folder " + endless + " of the history cannot be read: ");
  }
}
