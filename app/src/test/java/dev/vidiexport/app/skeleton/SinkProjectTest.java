package dev.vidiexport.app.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project is written whole or not at all. */
class SinkProjectTest {
  private static final SinkProject PROJECT = new SinkProject("tabs", "0.1.0");

  /** Longer ones are refused by Linux; the files further down have longer paths than the first. */
  private static final int LONG_PATH = 4_040;

  @TempDir private Path folder;

  @Test
  void removesWhatItWroteWhenItCannotGoOn() throws IOException {
    Path mine = Files.writeString(folder.resolve("src"), "mine");

    assertThatThrownBy(() -> PROJECT.writeTo(folder)).isInstanceOf(IOException.class);

    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(mine));
    assertThat(mine).hasContent("mine");
  }

  @Test
  void removesTheFoldersThatItMade() throws IOException {
    Path deep = folder;
    while (deep.toString().length() < LONG_PATH) {
      deep = deep.resolve("x".repeat(Math.min(200, LONG_PATH - deep.toString().length())));
    }
    Path project = deep;

    assertThatThrownBy(() -> PROJECT.writeTo(project)).isInstanceOf(IOException.class);

    assertThat(folder).isEmptyDirectory();
  }
}
