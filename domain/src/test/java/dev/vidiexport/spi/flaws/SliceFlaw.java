package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.contract.Flaw;
import java.util.List;
import java.util.stream.Stream;

/** What tables of slices get wrong, one thing each. */
enum SliceFlaw {
  NONE("", "", ""),
  SHOWS_AT_COMMIT(
      "showsNothingBeforeItIsPublished", "shows rows at commit", "before it is published"),
  FORGETS_COMMITTED("showsAllOnceItIsPublished", "forgets its record", "what the writer knows"),
  FORGETS_ON_CLOSE(
      "keepsWhatIsPublishedForTheNextWriter", "forgets when closed", "what the next writer knows"),
  ADDS_UP("replacesTheRowsOfASlice", "adds rows to those of before", "rows=5"),
  CLEARS_TABLE("leavesOtherSlicesAlone", "empties the table", "how viewers_hourly/2024-01-02"),
  REMOVES_RECORD(
      "keepsTheRecordOfASliceThatIsRemoved",
      "removes the record too",
      "what is known of a slice that is removed"),
  SKIPS_EMPTY("keepsTheRecordOfASliceWithoutRows", "does nothing without rows", "stands"),
  PUBLISHES_IN_CLOSE(
      "leavesEverythingWhenClosedWithoutPublishing", "publishes when closed", "stands"),
  SHARES_STAGING("publishesTwoThatWereOpenAtOnce", "stages all rows together", "stands"),
  BOUND_TO_THREAD(
      "publishesFromAnotherThread", "wants its own thread", "publishing from another thread"),
  KEEPS_FIRST_BATCH("keepsEveryRowOfManyBatches", "keeps one batch", "stands"),
  MAKES_UP_RECORDS(
      "knowsNothingOfASliceThatNobodyPublished",
      "makes up records",
      "of a table that is not there"),
  FAILS_WHEN_CLOSED_AGAIN("mayBeClosedAgain", "fails when closed again", "closing again"),
  LEAVES_COLUMNS_OUT("addsColumnsThatTheTableLacks", "adds no columns", "the columns that"),
  SHOWS_ALL_COLUMNS(
      "tellsWhichColumnsTheTableHas", "names columns it lacks", "the columns that the table has"),
  GOES_BY_PLACE("putsValuesWhereTheirColumnsNumbersSay", "goes by places", "column was given"),
  KEEPS_WHOLE("turnsWholeNumbersIntoDecimals", "keeps whole numbers", "decimal column"),
  LOSES_WIDENED("turnsAnythingIntoTexts", "loses values as it widens", "the rows of"),
  FOLDS_NAMES(
      "keepsOddNamesApartAlsoOfColumnsThatComeLater",
      "takes names for one another",
      "column was given"),
  DISLIKES_ADDRESSES(
      "findsNothingWrongWithAGoodAddressAndTable", "likes no address", "what is wrong with"),
  LIKES_ALL_NAMES(
      "saysWhatIsWrongWithATableThatHasNoName",
      "likes a table without a name",
      "what is wrong with a table without a name"),
  MAKES_IN_CHECK("changesNothingWhenItChecks", "makes the table in its check", "another\'s"),
  TAKES_ANY_TABLE(
      "refusesATableOfSomebodyElse", "takes any table", "checking a table of somebody else"),
  TAKES_ANY_LEDGER(
      "refusesATableOfAnotherLedger", "takes any ledger", "checking a table of another ledger"),
  ONE_LEDGER(
      "keepsTheHistoriesOfTwoLedgersInOneDatabase", "knows one ledger a database", "not yours"),
  LOOKS_ONCE("looksAtATableWhenItIsFirstNamed", "looks at listed tables alone", "not listed"),
  HOLDS_NOTHING(
      "keepsOtherRunsFromTheTablesThatItHolds", "holds nothing", "what a second writer meets"),
  HOLDS_FOR_EVER(
      "letsGoOfItsTablesWhenItIsClosed", "never lets go", "writing after the writer before"),
  WANTS_TABLE("findsNothingWhereNoTableIs", "wants a table to read", "there is no such table"),
  FOLDS_ORDER("givesIdsInTheirOrderAndNoMoreThanAskedFor", "sorts as people do", "all ids"),
  KNOWN_IDS("findsRowsOfSlicesThatNobodyPublished", "gives known ids alone", "ids with a stranger"),
  COUNTS_BY_RECORD("countsTheRowsThatAreThere", "believes its record", "a row too many"),
  OVERFILLS("putsNoMoreRowsThanAreTaken", "puts all rows at once", "after the filler was full"),
  SNAPSHOT("seesWhatIsPublishedWhileItIsOpen", "sees what was", "published since"),
  LIVE_ROWS(
      "readsRowsAsTheyStoodWhateverIsWrittenMeanwhile",
      "reads what comes",
      "the rows as they stood"),
  WHOLE_SECONDS("bringsBackEveryValueOfEveryType", "keeps whole seconds", "the rows of"),
  TRIMS("bringsBackEveryTextThatTheDatabaseHolds", "trims texts", "the rows of"),
  EMPTY_IS_NULL("tellsNullFromAnEmptyText", "keeps empty texts as null", "the rows of"),
  UTC_IS_NULL("bringsBackDaysAndTimesInUtc", "loses times in UTC", "the rows of"),
  NOT_FINITE_IS_NULL(
      "bringsBackNumbersThatAreNotFiniteIfItTakesThem", "loses numbers", "the rows of"),
  NULL_IS_EMPTY("bringsBackColumnsThatAreNullThroughout", "keeps null as empty", "the rows of"),
  LOCAL_TIME(
      "writesAndReadsTheSameWhateverTheLocaleAndTimeZone",
      "reads times of its zone",
      "the rows of"),
  SHOUTS(
      "isReadByOtherProgramsAsItWasWritten",
      "writes names in capitals",
      "the columns that another program sees");

  private final String fact;
  private final String wrong;
  private final String said;

  SliceFlaw(String fact, String wrong, String said) {
    this.fact = fact;
    this.wrong = wrong;
    this.said = said;
  }

  static List<Flaw<PlainSliceTables>> all() {
    return Stream.of(values())
        .filter(flaw -> flaw != NONE)
        .map(flaw -> new Flaw<>(flaw.fact, flaw.wrong, flaw.said, () -> new PlainSliceTables(flaw)))
        .toList();
  }
}
