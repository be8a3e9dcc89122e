package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
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
  void keepsWhatWasForced() throws IOException {
    for (long seed = 0; seed < 20; seed++) {
      startAfresh();
      write("rows");
      files.forceFile(FILE);
      files.forceFolder(FOLDER);

      SimulatedDisk.Loss loss = disk.cutPower(new SplittableRandom(seed));

      assertThat(loss.ofBytes() || loss.ofNames()).isFalse();
      assertThat(text(disk.content(FILE))).isEqualTo("rows");
    }
  }

  @Test
  void losesAnyPartOfWhatWasNotForced() throws IOException {
    Set<String> left = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      startAfresh();
      write("row");
      disk.cutPower(new SplittableRandom(seed));
      left.add(text(disk.content(FILE)));
    }

    assertThat(left).containsExactlyInAnyOrder("absent", "", "r", "ro");
  }

  @Test
  void renamesWhollyOrNotAtAll() throws IOException {
    Set<String> left = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      startAfresh();
      disk.put(OTHER, "old".getBytes(UTF_8));
      write("new");
      files.forceFile(FILE);
      files.move(FILE, OTHER);
      disk.cutPower(new SplittableRandom(seed));
      left.add(text(disk.content(OTHER)));
    }

    assertThat(left).containsExactlyInAnyOrder("old", "new");
  }
}
