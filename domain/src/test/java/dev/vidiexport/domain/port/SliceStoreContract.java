package dev.vidiexport.domain.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger.Publication;
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

/** What is true of every {@link SliceStore} that keeps slices as files. */
public abstract class SliceStoreContract {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final Optional<SliceAnswer> NONE = Optional.empty();
  private static final SliceKey KEY = SampleSlices.slice("viewers", "2024-02-29", 1, 2);
  private static final SliceAnswer WITHOUT_ROWS = SampleSlices.answer(KEY, 0, 2);
  private static final Schema SCHEMA = Schema.of(new Column("text", ColumnType.TEXT));
  private static final List<NumberedColumn> COLUMNS =
      List.of(new NumberedColumn(1, "text", "text", ColumnType.TEXT));

  /** The store of the one history of this test; may be opened again once it has been closed. */
  protected abstract SliceStore store();

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
    return output.finish().orElseThrow();
  }

  private static SliceAnswer publish(SliceStore store, String row, Optional<SliceAnswer> earlier)
      throws IOException {
    try (SliceOutput output = store.output(KEY)) {
      SliceAnswer answer = answer(finish(output, row));
      output.publish(replacement(answer, earlier));
      return answer;
    }
  }

  private static SliceReplacement replacement(SliceAnswer answer, Optional<SliceAnswer> earlier) {
    return new SliceReplacement(answer, earlier, COLUMNS, NOW);
  }

  private static SliceAnswer answer(PublishedFile file) {
    return SampleSlices.answer(Optional.of(file), 1, 1);
  }

  private static Publication open(SliceAnswer announced, Optional<SliceAnswer> earlier) {
    return new Publication(KEY, announced, earlier);
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
    try (SliceStore store = store();
        SliceOutput output = store.output(KEY)) {
      assertThat(output.formatName()).startsWith("the format ");
    }
  }

  @Test
  void publishesUnderTheNameOfTheSliceAndSaysWhat() throws Exception {
    try (SliceStore store = store()) {
      PublishedFile file = publish(store, "first", NONE).file().orElseThrow();

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
    try (SliceStore store = store();
        SliceOutput output = store.output(KEY)) {
      finish(output, "first");
      assertThat(standing()).as("what stands").isEmpty();
    }
    assertThat(standing()).as("what stands").isEmpty();
  }

  @Test
  void publishesTheLastAttemptAlone() throws IOException {
    try (SliceStore store = store();
        SliceOutput output = store.output(KEY)) {
      write(output, "first");
      output.discard();
      PublishedFile second = finish(output, "second");
      output.publish(replacement(answer(second), NONE));

      assertStands("second");
      assertThat(standing().values()).noneMatch(content -> content.contains("first"));
    }
  }

  @Test
  void publishesNothingThatIsNotFinished() throws IOException {
    try (SliceStore store = store();
        SliceOutput output = store.output(KEY)) {
      SliceReplacement first = replacement(answer(finish(output, "first")), NONE);
      output.discard();

      assertThat(catchThrowable(() -> output.publish(first)))
          .as("out of order")
          .isInstanceOf(IllegalStateException.class);
      assertThat(standing()).as("what stands").isEmpty();
    }
  }

  @Test
  void leavesAloneWhatIsPublishedWhenItIsClosed() throws IOException {
    try (SliceStore store = store()) {
      SliceOutput output = store.output(KEY);
      PublishedFile first = finish(output, "first");
      output.publish(replacement(answer(first), NONE));
      output.discard();
      output.close();
      output.close();
    }

    assertStands("first");
  }

  @Test
  void keepsWhatItReplacesForThirtyDays() throws IOException {
    try (SliceStore store = store()) {
      SliceAnswer first = publish(store, "first", NONE);
      publish(store, "second", Optional.of(first));

      assertStands("second");
      assertIsKept("first");
      store.removeOld(NOW.plus(Duration.ofDays(30)));
      assertIsKept("first");
      store.removeOld(NOW.plus(Duration.ofDays(30)).plusSeconds(1));
      assertIsKept();
      assertStands("second");
    }
  }

  /** A ledger that was put back from a copy may know less than the folder holds. */
  @Test
  void putsAsideWhatNobodyToldItOf() throws IOException {
    try (SliceStore store = store();
        SliceOutput output = store.output(KEY)) {
      PublishedFile first = finish(output, "first");
      write(first.path(), "precious");

      output.publish(replacement(answer(first), NONE));
    }

    assertStands("first");
    assertThat(replaced()).as("what is kept").containsExactly("precious");
  }

  @Test
  void takesRowsAwayAsOftenAsItIsTold() throws IOException {
    try (SliceStore store = store()) {
      SliceAnswer answer = publish(store, "first", NONE);

      store.remove(KEY, replacement(WITHOUT_ROWS, Optional.of(answer)));
      store.remove(KEY, replacement(WITHOUT_ROWS, Optional.of(answer)));

      assertThat(standing()).as("what stands").isEmpty();
      assertIsKept("first");
      store.removeOld(NOW.plus(Duration.ofDays(30)));
      assertIsKept("first");
    }
  }

  @Test
  void takesNoFileAwayWhereTheSliceHasNoAnswer() throws IOException {
    try (SliceStore store = store()) {
      publish(store, "first", NONE);

      store.remove(KEY, replacement(WITHOUT_ROWS, NONE));

      assertStands("first");
      assertIsKept();
    }
  }

  @Test
  void settlesForAFileThatStands() throws IOException {
    try (SliceStore store = store()) {
      SliceAnswer first = publish(store, "first", NONE);
      SliceAnswer second = publish(store, "second", Optional.of(first));

      for (int times = 0; times < 2; times++) {
        assertThat(store.settle(open(second, Optional.of(first)), NOW)).as("settled").isTrue();
        assertStands("second");
        assertIsKept("first");
      }
    }
  }

  @Test
  void settlesForTheEarlierFileWhereTheNewOneDoesNotStand() throws IOException {
    SliceAnswer first;
    SliceAnswer second;
    try (SliceStore store = store()) {
      first = publish(store, "first", NONE);
      try (SliceOutput output = store.output(KEY)) {
        second = answer(finish(output, "second"));
      }
    }

    try (SliceStore store = store()) {
      for (int times = 0; times < 2; times++) {
        assertThat(store.settle(open(second, Optional.of(first)), NOW)).as("settled").isFalse();
        assertStands("first");
        assertIsKept();
      }
    }
  }

  @Test
  void settlesForNoRowsByTakingThoseAwayThatStand() throws IOException {
    try (SliceStore store = store()) {
      SliceAnswer first = publish(store, "first", NONE);
      for (int times = 0; times < 2; times++) {
        assertThat(store.settle(open(WITHOUT_ROWS, Optional.of(first)), NOW))
            .as("settled")
            .isTrue();
        assertThat(standing()).as("what stands").isEmpty();
        assertIsKept("first");
      }
    }
  }

  @Test
  void settlesForNoRowsWhereTheSliceHasNoAnswer() throws IOException {
    try (SliceStore store = store()) {
      publish(store, "first", NONE);

      for (int times = 0; times < 2; times++) {
        assertThat(store.settle(open(WITHOUT_ROWS, NONE), NOW)).as("settled").isTrue();
        assertStands("first");
      }
    }
  }

  @Test
  void doesNotTakeWhatIsOtherwiseForAFileThatWasAnnounced() throws IOException {
    try (SliceStore store = store();
        SliceOutput output = store.output(KEY)) {
      PublishedFile announced = finish(output, "first");
      write(announced.path(), "precious");

      assertThat(store.settle(open(answer(announced), NONE), NOW)).as("settled").isFalse();
      assertThat(standing()).as("what stands").containsEntry(announced.path(), "precious");
    }
  }
}
