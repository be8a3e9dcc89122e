package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Looks for the tests' tokens wherever a run of the program can leave traces: on its streams, in
 * the list of processes, and in every file of its folders. Every run of the packaged program is
 * searched.
 *
 * @param folders where it runs, and where its temporary files are
 * @param knowing the files that held a token before, such as token files
 */
record LeakSearch(List<Path> folders, Set<Path> knowing) {
  /** Of a larger file its two ends are searched, where headers and footers are. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** Takes note of the files that hold a token already. */
  static LeakSearch before(Path... folders) {
    List<Path> all = List.of(folders);
    return new LeakSearch(
        all,
        files(all)
            .filter(file -> !leakedInto(file).isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Asserts that no token is in a list of processes while the program runs. */
  static void checkProcess(long pid) {
    Path process = Path.of("/proc", String.valueOf(pid));
    for (String name : List.of("cmdline", "comm")) {
      try {
        byte[] seen = Files.readAllBytes(process.resolve(name));
        assertThat(Canary.leakedInto(seen)).as("token in /proc/%s/%s", pid, name).isEmpty();
      } catch (IOException ended) {
        return; // What has ended is in no list.
      }
    }
  }

  /** Asserts that no token is on the streams, nor in a file that did not hold one before. */
  void check(byte[] out, String err) {
    assertThat(Canary.leakedInto(out)).as("token on standard output").isEmpty();
    assertThat(Canary.leakedInto(err)).as("token on standard error").isEmpty();
    files(folders)
        .filter(file -> !knowing.contains(file))
        .forEach(file -> assertThat(leakedInto(file)).as("token in %s", file).isEmpty());
  }

  private static Stream<Path> files(List<Path> folders) {
    return folders.stream().filter(Files::isDirectory).flatMap(LeakSearch::files);
  }

  private static Stream<Path> files(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && Files.isReadable(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              // Another run may take its files away at this moment.
              return FileVisitResult.CONTINUE;
            }
          });
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> leakedInto(Path file) {
    try {
      String name = String.valueOf(file.getFileName());
      return Stream.of(name, content(file), unpacked(file))
          .flatMap(text -> Canary.leakedInto(text).stream())
          .toList();
    } catch (NoSuchFileException | FileNotFoundException gone) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] begin = new byte[(int) Math.min(MOST_BYTES, bytes.length())];
      bytes.readFully(begin);
      byte[] end = new byte[(int) Math.min(MOST_BYTES, bytes.length() - begin.length)];
      bytes.seek(bytes.length() - end.length);
      bytes.readFully(end);
      return new String(begin, ISO_8859_1) + new String(end, ISO_8859_1);
    }
  }

  /** The beginning of what a compressed file holds; nothing where it is not compressed. */
  private static String unpacked(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return "";
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readNBytes(MOST_BYTES), ISO_8859_1);
    }
  }
}
