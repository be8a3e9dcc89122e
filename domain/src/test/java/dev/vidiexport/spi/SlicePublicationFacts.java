package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vidiexport.domain.table.RowBatchBuilder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is true of slices from their first row to their place in a table. */
abstract class SlicePublicationFacts extends SliceHost {
  private static final StandingSlice NOTHING = new StandingSlice(Optional.empty(), 0);

  @Test
  void showsNothingBeforeItIsPublished() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    try (SliceWriter writer = tables().write(target(address, sample.table()));
        SliceSink sink = staged(writer, sample)) {
      assertThat(look(address, sample)).as("before it is published").isEqualTo(NOTHING);
      assertThat(ids(address, sample.table())).as("ids before it is published").isEmpty();
      assertThat(writer.has(sample.table())).as("a table before it is published").isFalse();
      assertThat(writer.committed(sample.table(), sample.slice()))
          .as("committed before it is published")
          .isEmpty();

      sink.publish(sample.committed(1), sample.columns());

      assertThat(writer.has(sample.table())).as("a table once it is published").isTrue();
    }
  }

  @Test
  void showsAllOnceItIsPublished() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    try (SliceWriter writer = tables().write(target(address, sample.table()))) {
      publish(writer, sample, 1);

      assertThatItStands(address, sample, 1);
      assertThat(writer.committed(sample.table(), sample.slice()))
          .as("what the writer knows of it")
          .contains(sample.committed(1));
      assertThat(ids(address, sample.table())).containsExactly(SLICE);
    }
    try (SliceReader reader = tables().read(target(address, sample.table()));
        SliceRows rows = reader.rows(sample.table(), sample.slice(), sample.columns())) {
      assertThat(rows.committed()).as("of the rows read").isEqualTo(sample.committed(1));
    }
  }

  @Test
  void keepsWhatIsPublishedForTheNextWriter() throws Exception {
    String address = freshAddress();
    SampleSlice first = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    SampleSlice next = SampleSlice.of(table("viewers"), NEXT_SLICE, counts(3));
    publish(address, first, 4);

    try (SliceWriter writer = tables().write(target(address, first.table()))) {
      assertThat(writer.has(first.table())).isTrue();
      assertThat(writer.committed(first.table(), first.slice()))
          .as("what the next writer knows")
          .contains(first.committed(4));
      publish(writer, next, 1);
    }
    assertThatItStands(address, first, 4);
    assertThatItStands(address, next, 1);
  }

  @Test
  void replacesTheRowsOfASlice() throws Exception {
    String address = freshAddress();
    SampleSlice later = SampleSlice.of(table("viewers"), SLICE, counts(3, 4, 5));
    publish(address, SampleSlice.of(table("viewers"), SLICE, counts(1, 2)), 1);

    publish(address, later, 2);

    assertThatItStands(address, later, 2);
  }

  @Test
  void leavesOtherSlicesAlone() throws Exception {
    String address = freshAddress();
    SampleSlice beside = SampleSlice.of(table("viewers"), NEXT_SLICE, counts(10, 11));
    SampleSlice elsewhere = SampleSlice.of(table("watchers"), SLICE, counts(20));
    SampleSlice later = SampleSlice.of(table("viewers"), SLICE, counts(3));
    try (SliceWriter writer = tables().write(target(address, beside.table(), elsewhere.table()))) {
      publish(writer, beside, 1);
      publish(writer, elsewhere, 1);
      publish(writer, SampleSlice.of(table("viewers"), SLICE, counts(1, 2)), 1);

      publish(writer, later, 2);

      assertThatItStands(address, later, 2);
      assertThatItStands(address, beside, 1);
      assertThatItStands(address, elsewhere, 1);
      writer.remove(later.table(), SampleSlice.of(table("viewers"), SLICE, counts()).committed(3));
    }
    assertThatItStands(address, beside, 1);
    assertThatItStands(address, elsewhere, 1);
  }

  @Test
  void keepsTheRecordOfASliceThatIsRemoved() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    CommittedSlice none = new CommittedSlice(sample.slice(), 2, 0, "0");
    publish(address, sample, 1);

    try (SliceWriter writer = tables().write(target(address, sample.table()))) {
      writer.remove(sample.table(), none);

      assertThat(writer.committed(sample.table(), sample.slice()))
          .as("what is known of a slice that is removed")
          .contains(none);
    }
    assertThat(look(address, sample))
        .as("how it stands when it is removed")
        .isEqualTo(new StandingSlice(Optional.of(none), 0));
    assertThat(ids(address, sample.table())).isEmpty();
    publish(address, sample, 3);
    assertThatItStands(address, sample, 3);
  }

  @Test
  void keepsTheRecordOfASliceWithoutRows() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts());

    publish(address, sample, 1);

    assertThatItStands(address, sample, 1);
    assertThat(ids(address, sample.table())).isEmpty();
  }

  @Test
  void leavesEverythingWhenClosedWithoutPublishing() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    SampleSlice later = SampleSlice.of(table("viewers"), SLICE, SampleTables.everyType(5));
    publish(address, sample, 1);
    try (SliceWriter writer = tables().write(target(address, sample.table()))) {
      staged(writer, later).close();
      try (SliceSink broken = writer.open(later.context())) {
        feed(broken, later);
      }
      writer.open(later.context()).close();

      assertThatItStands(address, sample, 1);
      publish(writer, sample, 2);
    }
    assertThatItStands(address, sample, 2);
  }

  @Test
  void publishesTwoThatWereOpenAtOnce() throws Exception {
    String address = freshAddress();
    SampleSlice first = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    SampleSlice second = SampleSlice.of(table("viewers"), NEXT_SLICE, counts(3, 4, 5));
    try (SliceWriter writer = tables().write(target(address, first.table()));
        SliceSink one = writer.open(first.context());
        SliceSink two = writer.open(second.context())) {
      feed(two, second);
      feed(one, first);
      one.commit(SinkTrial.provenance(2));
      one.publish(first.committed(1), first.columns());
      two.commit(SinkTrial.provenance(3));
      assertThatItStands(address, first, 1);

      two.publish(second.committed(1), second.columns());
    }
    assertThatItStands(address, first, 1);
    assertThatItStands(address, second, 1);
  }

  @Test
  void publishesFromAnotherThread() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    try (SliceWriter writer = tables().write(target(address, sample.table()));
        SliceSink sink = staged(writer, sample)) {
      CompletableFuture.runAsync(
              () ->
                  assertThatCode(() -> sink.publish(sample.committed(1), sample.columns()))
                      .as("publishing from another thread")
                      .doesNotThrowAnyException())
          .join();
    }
    assertThatItStands(address, sample, 1);
  }

  @Test
  void keepsEveryRowOfManyBatches() throws Exception {
    String address = freshAddress();
    SampleSlice sample =
        SampleSlice.of(
            table("viewers"), SLICE, SampleTables.everyType(2 * RowBatchBuilder.MAX_ROWS + 1));

    publish(address, sample, 1);

    assertThatItStands(address, sample, 1);
  }

  @Test
  void knowsNothingOfASliceThatNobodyPublished() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1));
    SampleSlice unknown = SampleSlice.of(table("viewers"), NEXT_SLICE, counts(1));
    try (SliceWriter writer = tables().write(target(address, sample.table()))) {
      assertThat(writer.committed(sample.table(), unknown.slice()))
          .as("of a table that is not there")
          .isEmpty();
      publish(writer, sample, 1);

      assertThat(writer.committed(sample.table(), unknown.slice()))
          .as("of a slice that nobody published")
          .isEmpty();
    }
    assertThat(look(address, unknown)).as("how it stands").isEqualTo(NOTHING);
  }

  @Test
  void mayBeClosedAgain() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    SliceWriter writer = tables().write(target(address, sample.table()));
    SliceSink sink = staged(writer, sample);
    sink.publish(sample.committed(1), sample.columns());
    SliceReader reader = tables().read(target(address, sample.table()));
    SliceRows rows = reader.rows(sample.table(), sample.slice(), sample.columns());

    for (AutoCloseable closeable : new AutoCloseable[] {rows, reader, sink, writer}) {
      assertThatCode(
              () -> {
                closeable.close();
                closeable.close();
              })
          .as("closing again")
          .doesNotThrowAnyException();
    }
    assertThatItStands(address, sample, 1);
  }
}
