package dev.vidiexport.app.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.OtherSqlite;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The folder of a history as others see it: file systems, and another SQLite than the program's.
 *
 * @param path the target
 */
public record HistoryTarget(Path path) {
  private static final String OWN = "_vidiexport/";
  private static final String STANDING = OWN + "(ledger\\.db|lock|lock-holder)";
  private static final String COPY = OWN + "backup/ledger-\\d{4}-\\d{2}-\\d{2}\\.db";
  private static final String DIMENSION = OWN + "dimensions/(locations|sites|networks)\\.parquet";
  private static final String REPLACED = OWN + "replaced/.+";

  /** Where the ledger is. */
  public Path ledger() {
    return path.resolve("_vidiexport").resolve("ledger.db");
  }

  /** The rows that a query finds in the ledger, their values joined with bars. */
  public List<String> query(String sql) throws Exception {
    return OtherSqlite.query(ledger(), sql);
  }

  /** Every file and every empty folder, by its path below the target, in order. */
  public List<String> entries() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<String> entries = new ArrayList<>();
      for (Path entry : all.toList()) {
        if (!Files.isDirectory(entry) || isEmpty(entry)) {
          entries.add(path.relativize(entry).toString());
        }
      }
      return entries.stream().sorted().toList();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** The files of exports, with what their owners would see if one changed: content and time. */
  public Map<String, String> files() throws Exception {
    return described(entries().stream().filter(entry -> !entry.startsWith(OWN)).toList());
  }

  /** The same of the files that were replaced. */
  public Map<String, String> replaced() throws Exception {
    return described(entries().stream().filter(entry -> entry.matches(REPLACED)).toList());
  }

  private Map<String, String> described(List<String> names) throws Exception {
    Map<String, String> files = new TreeMap<>();
    for (String name : names) {
      Path file = path.resolve(name);
      files.put(name, digest(file) + " " + Files.getLastModifiedTime(file));
    }
    return files;
  }

  private static String digest(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  /** Asserts that of what is the program's own nothing is there that does not belong there. */
  public void holdsNoLeftover(String when) throws Exception {
    List<String> own = entries().stream().filter(entry -> entry.startsWith(OWN)).toList();
    assertThat(own)
        .as(when)
        .allMatch(entry -> Stream.of(STANDING, COPY, DIMENSION, REPLACED).anyMatch(entry::matches));
    assertThat(own).as(when).anyMatch(entry -> entry.matches(COPY));
    assertThat(query("PRAGMA integrity_check")).as(when).containsExactly("ok");
    for (String copy : own.stream().filter(entry -> entry.matches(COPY)).toList()) {
      assertThat(OtherSqlite.query(path.resolve(copy), "PRAGMA integrity_check"))
          .as(copy + " " + when)
          .containsExactly("ok");
    }
    assertThat(query("SELECT count(*) FROM publication")).as(when).containsExactly("0");
  }

  /** Asserts that the ledger lists the files that are there: their names, sizes, digests, rows. */
  public void agreesWithItsLedger(HistoryTables tables, List<HistoryEntry> entries, String when)
      throws Exception {
    List<String> standing = new ArrayList<>();
    for (String name : files().keySet()) {
      Path file = path.resolve(name);
      standing.add("%s|%s|%s".formatted(name, Files.size(file), digest(file)));
    }
    assertThat(query("SELECT file, bytes, sha256 FROM files WHERE file IS NOT NULL ORDER BY file"))
        .as(when)
        .isEqualTo(standing);
    assertThat(query("SELECT count(*) FROM files WHERE state <> 'complete'"))
        .as(when)
        .containsExactly("0");
    List<String> rows = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      rows.addAll(tables.rowsOfFiles(entry.name()));
    }
    rows.sort(Comparator.naturalOrder());
    assertThat(query("SELECT file, \"rows\" FROM files WHERE file IS NOT NULL ORDER BY 1, 2"))
        .as(when)
        .isEqualTo(rows);
  }

  /** How many files of exports there are, while a sync may be changing them. */
  int numberOfFiles() throws IOException {
    if (!Files.isDirectory(path)) {
      return 0;
    }
    AtomicInteger number = new AtomicInteger();
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith("_vidiexport")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            number.incrementAndGet();
            return FileVisitResult.CONTINUE;
          }
        });
    return number.get();
  }
}
