package dev.vidiexport.app.packaged;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.files.FolderTree;
import dev.vidiexport.domain.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * An archive of the program's classes, which spares hundreds of short runs half of their work. It
 * is made once for a jar and a JDK, and kept beside the jar for all JVMs of the tests.
 */
public final class ClassArchive {
  private static @Nullable Path made;

  private ClassArchive() {}

  /** What has the JDK of the tests run the jar from it; another one would complain of it. */
  public static String option() {
    return "-XX:SharedArchiveFile=" + archive();
  }

  private static synchronized Path archive() {
    if (made == null) {
      try {
        made = madeByOneJvm();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return made;
  }

  private static Path madeByOneJvm() throws IOException {
    Path jar = PackagedJar.path();
    Path folder = Files.createDirectories(jar.resolveSibling("class-archives"));
    String key = System.getProperty("java.home") + Files.size(jar) + Files.getLastModifiedTime(jar);
    Path archive = folder.resolve(Integer.toHexString(key.hashCode()) + ".jsa");
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        FileLock onlyOne = channel.lock()) {
      assertThat(onlyOne.isValid()).isTrue();
      if (!Files.exists(archive)) {
        make(jar, archive);
      }
    }
    return archive;
  }

  private static void make(Path jar, Path archive) throws IOException {
    Path folder = Files.createTempDirectory("vidiexport-classes");
    Path list = Files.write(folder.resolve("classes.lst"), LoadedClasses.in(folder));
    Path unfinished = archive.resolveSibling(archive.getFileName() + ".making");
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaCommand.program("java"),
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + unfinished,
            "-Xlog:disable",
            "-jar",
            jar.toString());
    ProcessResult ended = RunningJar.start(builder, folder).end();
    assertThat(ended.exitCode()).as("the archive was not made: %s", ended.err()).isZero();
    assertThat(unfinished).isNotEmptyFile();
    Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
    FolderTree.remove(folder);
  }
}
