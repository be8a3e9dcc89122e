package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedDiskTest {
  private static final Path FOLDER = Path.of("/simulated");
  private static final Path FILE = FOLDER.resolve("rows.csv");
  private static final Path OTHER = FOLDER.resolve("other.csv");

  private SimulatedDisk disk = new SimulatedDisk(FOLDER, operation -> {}, true);
  private FileOperations files = files();

  private FileOperations files() {
    return new SimulatedFiles(disk, operation -> {});
  }

  private void startAfresh() {
    disk = new SimulatedDisk(FOLDER, operation -> {}, true);
    files = files();
  }

  private void write(String text) throws IOException {
    try (OutputStream stream = files.create(FILE)) {
      stream.write(text.getBytes(UTF_8));
    }
  }

  private static String text(byte[] content) {
    return content == null ? "absent" : new String(content, UTF_8);
  }

  @Test
  void keepsWhatWasForced() {
    Property.holds(
        20,
        random -> {
          startAfresh();
          write("rows");
          files.forceFile(FILE);
          files.forceFolder(FOLDER);

          SimulatedDisk.Loss loss = disk.cutPower(random);

          assertThat(loss.ofBytes() || loss.ofNames()).isFalse();
          assertThat(text(disk.content(FILE))).isEqualTo("rows");
        });
  }

  @Test
  void losesAnyPartOfWhatWasNotForced() {
    Set<String> left = new HashSet<>();

    Property.holds(
        200,
        random -> {
          startAfresh();
          write("row");
          disk.cutPower(random);
          left.add(text(disk.content(FILE)));
          assertThat(left).isSubsetOf("absent", "", "r", "ro");
        });

    Property.ofAll(() -> assertThat(left).hasSize(4));
  }

  @Test
  void renamesWhollyOrNotAtAll() {
    Set<String> left = new HashSet<>();

    Property.holds(
        50,
        random -> {
          startAfresh();
          disk.put(OTHER, "old".getBytes(UTF_8));
          write("new");
          files.forceFile(FILE);
          files.move(FILE, OTHER);
          disk.cutPower(random);
          left.add(text(disk.content(OTHER)));
          assertThat(left).isSubsetOf("old", "new");
        });

    Property.ofAll(() -> assertThat(left).hasSize(2));
  }
}
