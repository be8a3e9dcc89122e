package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is true of whose a table is. */
abstract class SliceOwnerFacts extends SliceColumnFacts {
  @Test
  void findsNothingWrongWithAGoodAddressAndTable() throws Exception {
    String address = freshAddress();

    assertThat(tables().problemWith(address, table("viewers")))
        .as("what is wrong with %s", address)
        .isEmpty();
    assertThat(tables().problemWith(address, table("two words \"quoted\"")))
        .as("what is wrong with a quoted name")
        .isEmpty();
  }

  @Test
  void saysWhatIsWrongWithATableThatHasNoName() throws Exception {
    assertThat(tables().problemWith(freshAddress(), table("")))
        .as("what is wrong with a table without a name")
        .hasValueSatisfying(problem -> assertThat(problem).contains("table").endsWith("."));
  }

  @Test
  void changesNothingWhenItChecks() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));

    tables().check(target(address, sample.table()));
    tables().check(new SliceTarget(address, Optional.empty(), List.of(sample.table())));

    try (SliceWriter writer = tables().write(target(address, sample.table()))) {
      assertThat(writer.has(sample.table())).as("a table after a check").isFalse();
      publish(writer, sample, 1);
    }
    tables().check(target(address, sample.table()));
    assertThatItStands(address, sample, 1);
  }

  @Test
  void refusesATableOfSomebodyElse() throws Exception {
    String address = freshAddress();
    SliceTable theirs = table("theirs");
    makeTable(address, theirs);
    SliceTarget target = target(address, table("viewers"), theirs);

    assertThatItIsRefused("checking a table of somebody else", () -> tables().check(target));
    assertThatItIsRefused(
        "writing to a table of somebody else", () -> tables().write(target).close());
    assertThatItIsRefused("reading a table of somebody else", () -> tables().read(target).close());
  }

  @Test
  void refusesATableOfAnotherLedger() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    publish(address, sample, 1);
    SliceTarget target = target(address, OTHER_LEDGER, sample.table());

    assertThatItIsRefused("checking a table of another ledger", () -> tables().check(target));
    assertThatItIsRefused(
        "checking a table without a ledger",
        () -> tables().check(new SliceTarget(address, Optional.empty(), target.tables())));
    assertThatItIsRefused(
        "writing to a table of another ledger", () -> tables().write(target).close());
    assertThatItIsRefused("reading a table of another ledger", () -> tables().read(target).close());
    assertThatItStands(address, sample, 1);
  }

  @Test
  void keepsTheHistoriesOfTwoLedgersInOneDatabase() throws Exception {
    String address = freshAddress();
    SampleSlice ours = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    SampleSlice theirs = SampleSlice.of(table("watchers"), SLICE, counts(3));
    try (SliceWriter writer = tables().write(target(address, ours.table()));
        SliceWriter other = tables().write(target(address, OTHER_LEDGER, theirs.table()))) {
      publish(writer, ours, 1);
      publish(other, theirs, 2);

      assertThat(other.committed(theirs.table(), theirs.slice())).contains(theirs.committed(2));
    }
    assertThatItStands(address, ours, 1);
    try (SliceReader reader = tables().read(target(address, OTHER_LEDGER, theirs.table()))) {
      assertThat(reader.look(theirs.table(), theirs.slice()))
          .isEqualTo(new StandingSlice(Optional.of(theirs.committed(2)), 1));
    }
  }

  @Test
  void looksAtATableWhenItIsFirstNamed() throws Exception {
    String address = freshAddress();
    SampleSlice named = SampleSlice.of(table("places"), SLICE, counts(1));
    SampleSlice theirs = SampleSlice.of(table("theirs"), SLICE, counts(1));
    makeTable(address, theirs.table());
    try (SliceWriter writer = tables().write(target(address, table("viewers")))) {
      publish(writer, named, 1);

      assertThatItIsRefused(
          "writing to a table of somebody else that was not listed",
          () -> publish(writer, theirs, 1));
    }
    assertThatItStands(address, named, 1);
  }

  @Test
  void keepsOtherRunsFromTheTablesThatItHolds() throws Exception {
    assumeThat(holdsItsTables()).as("a writer holds its tables").isTrue();
    String address = freshAddress();
    SliceTarget target = target(address, table("viewers"), table("watchers"));
    SliceTarget shared = target(address, table("watchers"));
    try (SliceWriter writer = tables().write(target)) {
      assertThat(catchThrowable(() -> tables().write(shared).close()))
          .as("what a second writer meets")
          .isInstanceOf(TargetHeldException.class);
      assertThat(catchThrowable(() -> tables().check(shared)))
          .as("what a check meets beside a writer")
          .isInstanceOf(TargetHeldException.class);
      assertThatCode(() -> tables().read(shared).close())
          .as("reading beside a writer")
          .doesNotThrowAnyException();
      publish(writer, SampleSlice.of(table("viewers"), SLICE, counts(1)), 1);
    }
  }

  @Test
  void letsGoOfItsTablesWhenItIsClosed() throws Exception {
    assumeThat(holdsItsTables()).as("a writer holds its tables").isTrue();
    String address = freshAddress();
    SliceTarget target = target(address, table("viewers"));
    tables().write(target).close();

    assertThatCode(() -> tables().write(target).close())
        .as("writing after the writer before")
        .doesNotThrowAnyException();
    assertThatCode(() -> tables().check(target)).doesNotThrowAnyException();
  }

  private static void assertThatItIsRefused(String what, ThrowingCallable call) {
    assertThat(catchThrowable(call))
        .as(what)
        .isInstanceOf(IOException.class)
        .isNotInstanceOfAny(TargetHeldException.class, CommitUncertainException.class)
        .message()
        .isNotBlank();
  }
}
