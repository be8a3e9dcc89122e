package dev.vidiexport.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealPathTest {
  @TempDir private Path folder;
  private Path below;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = folder.toRealPath();
    below = Files.createDirectory(folder.resolve("below"));
  }

  private Path link(String name, Path to) throws IOException {
    return Files.createSymbolicLink(folder.resolve(name), to);
  }

  @Test
  void goesThroughLinksAsFarAsThereIsSomething() throws IOException {
    Path link = link("link", below);

    assertThat(RealPath.of(link)).isEqualTo(below);
    assertThat(RealPath.of(link.resolve("a/b.txt"))).isEqualTo(below.resolve("a/b.txt"));
    assertThat(RealPath.of(folder.resolve("a/../b.txt"))).isEqualTo(folder.resolve("b.txt"));
    assertThat(RealPath.of(Path.of("/"))).isEqualTo(Path.of("/").toAbsolutePath());
  }

  @Test
  void goesThroughLinksToNothing() throws IOException {
    Path early = link("early", Path.of("below", "later.txt"));
    Path earlier = link("earlier", early);

    assertThat(RealPath.of(earlier)).isEqualTo(below.resolve("later.txt"));
    assertThat(RealPath.areSame(earlier, below.resolve("later.txt"))).isTrue();
  }

  @Test
  void endsWhereLinksGoRound() throws IOException {
    Path one = link("one", folder.resolve("two"));
    Path two = link("two", one);

    assertThat(RealPath.of(one).getParent()).isEqualTo(folder);
    assertThat(RealPath.areSame(one, below)).isFalse();
    assertThat(RealPath.of(two.resolve("a.txt"))).endsWithRaw(Path.of("a.txt"));
  }

  @Test
  void toleratesNamesThatNoSystemHas() {
    Path deep = folder.resolve("a/".repeat(4_000) + "b");
    Path endless = folder.resolve("a/".repeat(500_000) + "b");

    assertThat(RealPath.of(deep)).isEqualTo(deep);
    assertThat(RealPath.of(endless)).isEqualTo(endless);
  }

  @Test
  void knowsTwoNamesOfAFile() throws IOException {
    Path file = Files.createFile(below.resolve("a.txt"));
    Path hard = Files.createLink(folder.resolve("b.txt"), file);
    Path other = Files.createFile(folder.resolve("c.txt"));

    assertThat(RealPath.areSame(hard, file)).isTrue();
    assertThat(RealPath.areSame(link("d.txt", hard), file)).isTrue();
    assertThat(RealPath.areSame(other, file)).isFalse();
  }
}
