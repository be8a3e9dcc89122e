package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is true of whoever reads slices. */
abstract class SliceReadingFacts extends SliceOwnerFacts {
  @Test
  void findsNothingWhereNoTableIs() throws Exception {
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1));
    try (SliceReader reader = tables().read(target(freshAddress(), sample.table()))) {
      assertThat(reader.look(sample.table(), sample.slice()))
          .as("a slice of no table")
          .isEqualTo(new StandingSlice(Optional.empty(), 0));
      assertThat(reader.idsAfter(sample.table(), Optional.empty(), 5)).as("its ids").isEmpty();
      assertThatThrownBy(
              () -> reader.rows(sample.table(), sample.slice(), sample.columns()).close())
          .as("rows of no table")
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void givesIdsInTheirOrderAndNoMoreThanAskedFor() throws Exception {
    String address = freshAddress();
    SliceTable table = table("viewers");
    List<String> ids =
        List.of("a-b/1/0", "B/1/0", "a/1/0", "a_b/1/0", "ab/1/0", "0/1/0", "A/1/0", "a/10/0");
    try (SliceWriter writer = tables().write(target(address, table))) {
      for (String id : ids) {
        publish(writer, SampleSlice.of(table, id, counts(1, 2, 3)), 1);
      }
    }

    List<String> found = new ArrayList<>();
    try (SliceReader reader = tables().read(target(address, table))) {
      Optional<String> last = Optional.empty();
      List<String> page = reader.idsAfter(table, last, 3);
      while (!page.isEmpty()) {
        assertThat(page).as("a page of ids").hasSizeLessThanOrEqualTo(3);
        found.addAll(page);
        assertThat(found).as("the ids so far").hasSizeLessThanOrEqualTo(ids.size());
        last = Optional.of(page.get(page.size() - 1));
        page = reader.idsAfter(table, last, 3);
      }
    }
    assertThat(found).as("all ids").isEqualTo(ids.stream().sorted().toList());
  }

  @Test
  void findsRowsOfSlicesThatNobodyPublished() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1));
    publish(address, sample, 1);
    addRow(address, sample.table(), "a stranger's");
    addRow(address, sample.table(), NEXT_SLICE);

    assertThat(ids(address, sample.table()))
        .as("ids with a stranger's")
        .containsExactly("a stranger's", SLICE, NEXT_SLICE);
    SampleSlice unknown = SampleSlice.of(sample.table(), NEXT_SLICE, counts());
    assertThat(look(address, unknown))
        .as("how a stranger's rows stand")
        .isEqualTo(new StandingSlice(Optional.empty(), 1));
    assertThatThrownBy(() -> read(address, unknown, sample.columns()))
        .as("reading rows of which nothing is committed")
        .isInstanceOf(IOException.class);
  }

  @Test
  void countsTheRowsThatAreThere() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    publish(address, sample, 1);

    addRow(address, sample.table(), SLICE);

    assertThat(look(address, sample))
        .as("a slice with a row too many")
        .isEqualTo(new StandingSlice(Optional.of(sample.committed(1)), 3));
    publish(address, sample, 2);
    assertThatItStands(address, sample, 2);
  }

  @Test
  void putsNoMoreRowsThanAreTaken() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, SampleTables.everyType(10));
    publish(address, sample, 1);

    try (SliceReader reader = tables().read(target(address, sample.table()));
        SliceRows rows = reader.rows(sample.table(), sample.slice(), sample.columns())) {
      FilledRows filler = new FilledRows(rows.columns(), 4);
      List<Integer> sizes = new ArrayList<>();
      while (rows.fill(filler)) {
        sizes.add(filler.taken().size());
      }
      assertThat(sizes).as("rows each time").containsExactly(4, 4, 2);
      assertThat(rows.fill(filler)).as("more after the end").isFalse();
      assertThat(filler.taken()).isEmpty();
    }
  }

  @Test
  void seesWhatIsPublishedWhileItIsOpen() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    SampleSlice later = SampleSlice.of(table("viewers"), SLICE, counts(3));
    try (SliceReader reader = tables().read(target(address, sample.table()))) {
      assertThat(reader.look(sample.table(), sample.slice()).committed()).isEmpty();
      long revision = 0;
      for (SampleSlice next : List.of(sample, later)) {
        revision++;
        publish(address, next, revision);

        assertThat(reader.look(next.table(), next.slice()))
            .as("what is seen of a slice published since")
            .isEqualTo(
                new StandingSlice(Optional.of(next.committed(revision)), next.rows().size()));
        try (SliceRows rows = reader.rows(next.table(), next.slice(), next.columns())) {
          assertThat(rest(rows, 10))
              .as("rows published since")
              .containsExactlyInAnyOrderElementsOf(expected(next, next.columns()));
        }
      }
    }
  }

  @Test
  void readsRowsAsTheyStoodWhateverIsWrittenMeanwhile() throws Exception {
    assumeThat(writesBesideReaders()).as("rows are written while others are read").isTrue();
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2, 3));
    publish(address, sample, 1);
    try (SliceReader reader = tables().read(target(address, sample.table()));
        SliceRows rows = reader.rows(sample.table(), sample.slice(), sample.columns())) {
      FilledRows filler = new FilledRows(rows.columns(), 1);
      assertThat(rows.fill(filler)).isTrue();
      List<List<Object>> found = new ArrayList<>(filler.taken());

      publish(address, SampleSlice.of(table("viewers"), SLICE, counts(7)), 2);

      found.addAll(rest(rows, 1));
      assertThat(found)
          .as("the rows as they stood")
          .containsExactlyInAnyOrderElementsOf(expected(sample, sample.columns()));
      assertThat(rows.committed()).isEqualTo(sample.committed(1));
    }
  }
}
