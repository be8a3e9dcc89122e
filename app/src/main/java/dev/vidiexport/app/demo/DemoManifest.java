package dev.vidiexport.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.domain.failure.ExportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What demos wrote into a folder: the names of the files and their SHA-256, kept in a file beside
 * them that {@code sha256sum -c} reads, too. By it the next demo tells its own files, which it may
 * replace, from those of the user. Not thread-safe.
 */
final class DemoManifest {
  /** The name of the file that lists the others. */
  static final String LIST = "demo.sha256";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/]+)");

  private final Path list;
  private final Map<String, String> digests = new TreeMap<>();

  private DemoManifest(Path list) {
    this.list = list;
  }

  /**
   * Reads what earlier demos wrote into a folder; nothing where none has been.
   *
   * @throws IOException when the list cannot be read, or is something else
   */
  static DemoManifest in(Path folder) throws IOException {
    DemoManifest files = new DemoManifest(folder.resolve(LIST));
    if (Files.exists(files.list, LinkOption.NOFOLLOW_LINKS)) {
      files.read();
    }
    return files;
  }

  private void read() throws IOException {
    if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(list + " must be a file");
    }
    for (String line : Files.readAllLines(list, UTF_8)) {
      Matcher entry = LINE.matcher(line);
      if (!entry.matches()) {
        throw new IOException(list + " must list files and their SHA-256, and nothing else");
      }
      digests.put(entry.group(2), entry.group(1));
    }
  }

  /**
   * Whether a file is as a demo wrote it.
   *
   * @param file a regular file in the folder
   * @throws IOException when it cannot be read
   */
  boolean contain(Path file) throws IOException {
    String written = digests.get(name(file));
    return written != null && written.equals(digest(file));
  }

  /**
   * Adds a file that has just been written, for later demos too.
   *
   * @throws ExportException when the list cannot be written
   * @throws IOException when the file cannot be read
   */
  void add(Path file) throws IOException {
    digests.put(name(file), digest(file));
    String lines =
        digests.entrySet().stream()
            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
            .collect(Collectors.joining());
    AtomicFile.of(list.toString()).replace(lines.getBytes(UTF_8));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = Sha256.begin();
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
