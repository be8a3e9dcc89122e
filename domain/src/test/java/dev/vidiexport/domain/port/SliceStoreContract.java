package dev.vidiexport.domain.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is true of the files of every history, whatever keeps them. */
public abstract class SliceStoreContract {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final Optional<PublishedFile> NONE = Optional.empty();
  private static final SliceKey KEY = SampleSlices.slice("viewers", "2024-02-29", 1, 2);
  private static final Schema SCHEMA = Schema.of(new Column("text", ColumnType.TEXT));
  private static final List<NumberedColumn> COLUMNS =
      List.of(new NumberedColumn(1, "text", "text", ColumnType.TEXT));

  /** The files of the one history of this test; may be opened again once they have been closed. */
  protected abstract SliceStore files();

  /** What stands below the target, by its path with slashes, but for what is the program's own. */
  protected abstract Map<String, String> standing() throws IOException;

  /** What is kept of files that were replaced. */
  protected abstract List<String> replaced() throws IOException;

  /** Something else writes a file below the target. */
  protected abstract void write(String path, String content) throws IOException;

  private static void write(SliceOutput output, String row) throws IOException {
    try (Sink sink = output.open(SCHEMA, COLUMNS)) {
      RowBatchBuilder rows = new RowBatchBuilder(SCHEMA);
      rows.putText(0, row);
      rows.endRow();
      sink.write(rows.batch());
      sink.commit(new Provenance(Map.of(), Optional.empty(), 1, "1.0"));
    }
  }

  private static PublishedFile finish(SliceOutput output, String row) throws IOException {
    write(output, row);
    return output.finish();
  }

  private static PublishedFile publish(
      SliceStore files, String row, Optional<PublishedFile> earlier) throws IOException {
    try (SliceOutput output = files.output(KEY)) {
      PublishedFile file = finish(output, row);
      output.publish(earlier, NOW);
      return file;
    }
  }

  private void assertStands(String row) throws IOException {
    assertThat(standing()).as("what stands").hasSize(1);
    assertThat(standing().values()).as("what stands").allMatch(content -> content.contains(row));
  }

  private void assertIsKept(String... rows) throws IOException {
    assertThat(replaced()).as("what is kept").hasSize(rows.length);
    for (String row : rows) {
      assertThat(replaced()).as("what is kept").anyMatch(content -> content.contains(row));
    }
  }

  @Test
  void namesItsFormat() {
    try (SliceStore files = files();
        SliceOutput output = files.output(KEY)) {
      assertThat(output.formatName()).startsWith("the format ");
    }
  }

  @Test
  void publishesUnderTheNameOfTheSliceAndSaysWhat() throws Exception {
    try (SliceStore files = files()) {
      PublishedFile file = publish(files, "first", NONE);

      assertStands("first");
      assertThat(file.path()).as("path").startsWith(KEY.file("")).isIn(standing().keySet());
      byte[] bytes = standing().get(file.path()).getBytes(UTF_8);
      assertThat(file.bytes()).as("bytes").isEqualTo(bytes.length);
      assertThat(file.sha256()).as("digest").isEqualTo(digest(bytes));
      assertIsKept();
    }
  }

  private static String digest(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void showsNothingBeforeItIsPublished() throws IOException {
    try (SliceStore files = files();
        SliceOutput output = files.output(KEY)) {
      finish(output, "first");
      assertThat(standing()).as("what stands").isEmpty();
    }
    assertThat(standing()).as("what stands").isEmpty();
  }

  @Test
  void publishesTheLastAttemptAlone() throws IOException {
    try (SliceStore files = files();
        SliceOutput output = files.output(KEY)) {
      write(output, "first");
      output.discard();
      finish(output, "second");
      output.publish(NONE, NOW);

      assertStands("second");
      assertThat(standing().values()).noneMatch(content -> content.contains("first"));
    }
  }

  @Test
  void publishesNothingThatIsNotFinished() throws IOException {
    try (SliceStore files = files();
        SliceOutput output = files.output(KEY)) {
      finish(output, "first");
      output.discard();

      assertThat(catchThrowable(() -> output.publish(NONE, NOW)))
          .as("out of order")
          .isInstanceOf(IllegalStateException.class);
      assertThat(standing()).as("what stands").isEmpty();
    }
  }

  @Test
  void leavesAloneWhatIsPublishedWhenItIsClosed() throws IOException {
    try (SliceStore files = files()) {
      SliceOutput output = files.output(KEY);
      finish(output, "first");
      output.publish(NONE, NOW);
      output.discard();
      output.close();
      output.close();
    }

    assertStands("first");
  }

  @Test
  void keepsWhatItReplacesForThirtyDays() throws IOException {
    try (SliceStore files = files()) {
      PublishedFile first = publish(files, "first", NONE);
      publish(files, "second", Optional.of(first));

      assertStands("second");
      assertIsKept("first");
      files.removeOld(NOW.plus(Duration.ofDays(30)));
      assertIsKept("first");
      files.removeOld(NOW.plus(Duration.ofDays(30)).plusSeconds(1));
      assertIsKept();
      assertStands("second");
    }
  }

  /** A ledger that was put back from a copy may know less than the folder holds. */
  @Test
  void putsAsideWhatNobodyToldItOf() throws IOException {
    try (SliceStore files = files();
        SliceOutput output = files.output(KEY)) {
      write(finish(output, "first").path(), "precious");

      output.publish(NONE, NOW);
    }

    assertStands("first");
    assertThat(replaced()).as("what is kept").containsExactly("precious");
  }

  @Test
  void putsAFileAsideAsOftenAsItIsTold() throws IOException {
    try (SliceStore files = files()) {
      PublishedFile file = publish(files, "first", NONE);

      files.putAside(file, NOW);
      files.putAside(file, NOW);

      assertThat(standing()).as("what stands").isEmpty();
      assertIsKept("first");
      files.removeOld(NOW.plus(Duration.ofDays(30)));
      assertIsKept("first");
    }
  }

  @Test
  void settlesForAFileThatStands() throws IOException {
    try (SliceStore files = files()) {
      PublishedFile first = publish(files, "first", NONE);
      PublishedFile second = publish(files, "second", Optional.of(first));

      for (int times = 0; times < 2; times++) {
        assertThat(files.settle(second, Optional.of(first), NOW)).as("settled").isTrue();
        assertStands("second");
        assertIsKept("first");
      }
    }
  }

  @Test
  void settlesForTheEarlierFileWhereTheNewOneDoesNotStand() throws IOException {
    PublishedFile first;
    PublishedFile second;
    try (SliceStore files = files()) {
      first = publish(files, "first", NONE);
      try (SliceOutput output = files.output(KEY)) {
        second = finish(output, "second");
      }
    }

    try (SliceStore files = files()) {
      for (int times = 0; times < 2; times++) {
        assertThat(files.settle(second, Optional.of(first), NOW)).as("settled").isFalse();
        assertStands("first");
        assertIsKept();
      }
    }
  }

  @Test
  void doesNotTakeWhatIsOtherwiseForAFileThatWasAnnounced() throws IOException {
    try (SliceStore files = files();
        SliceOutput output = files.output(KEY)) {
      PublishedFile announced = finish(output, "first");
      write(announced.path(), "precious");

      assertThat(files.settle(announced, NONE, NOW)).as("settled").isFalse();
      assertThat(standing()).as("what stands").containsEntry(announced.path(), "precious");
    }
  }
}
