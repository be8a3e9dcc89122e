package dev.vidiexport.domain.port.flaws;

import static dev.vidiexport.domain.port.SampleSlices.COLUMNS;
import static dev.vidiexport.domain.port.flaws.ShownSliceFlaws.flaw;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.flaws.ShownSliceFlaws.ShowingExports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What ledgers get wrong with files that are announced, published, replaced, or gone. */
final class NotedFileFlaws {
  private NotedFileFlaws() {}

  static List<Flaw<PlainLedger>> all() {
    return List.of(
        flaw(
            "countsNothingThatIsOnlyAnnounced",
            "counts a file that is announced",
            "COMPLETE",
            Hasty::new),
        flaw(
            "tellsWhatIsAnnouncedInItsOrder",
            "tells what is announced in the order of days",
            "2024-02-29",
            () ->
                new PlainLedger() {
                  @Override
                  public List<Publication> publications() {
                    return super.publications().stream()
                        .sorted(Comparator.comparing(some -> some.key().window()))
                        .toList();
                  }
                }),
        flaw(
            "forgetsWhatWasAnnouncedBeforeForTheSameSlice",
            "keeps to what was announced first",
            "rows=5",
            Stubborn::new),
        flaw(
            "completesASliceWhenItsFileIsThere",
            "has a file for ever announced",
            "Publication",
            ForeverAnnounced::new),
        flaw(
            "takesRowsWithoutAFileForRows",
            "knows the columns of files alone",
            "location_id",
            KnowingFilesAlone::new),
        changes(
            "takesRowsWithoutAFileForRows",
            "takes rows without a file for none",
            "empty",
            row -> row.replace("||published", "||empty")),
        flaw(
            "fixesAnExportByItsFirstFile",
            "fixes nothing",
            "data_type",
            () ->
                new ShowingExports(
                    export -> new LedgerExport(export.name(), Map.of(), export.columns()))),
        flaw(
            "changesNothingThatIsFixed", "fixes an export anew with each file", "ots", Fickle::new),
        flaw(
            "addsColumnsToThoseThatItKnows",
            "knows no more columns than at first",
            "gender",
            () ->
                new ShowingExports(
                    export ->
                        new LedgerExport(
                            export.name(),
                            export.fixed(),
                            export.columns().stream().limit(2).toList()))),
        flaw(
            "givesAColumnTheTypeThatItHasInTheLastFile",
            "keeps the first type of a column",
            "TEXT",
            () ->
                new ShowingExports(
                    export ->
                        new LedgerExport(
                            export.name(),
                            export.fixed(),
                            export.columns().isEmpty() ? List.of() : COLUMNS))),
        flaw(
            "knowsWhatColumnsMeanAndWhichWereAdded",
            "takes all columns for plain ones that were received",
            "period_date",
            () ->
                new ShowingExports(
                    export ->
                        new LedgerExport(
                            export.name(),
                            export.fixed(),
                            export.columns().stream()
                                .limit(4)
                                .map(
                                    column ->
                                        new NumberedColumn(
                                            column.number(),
                                            column.received(),
                                            column.name(),
                                            column.type()))
                                .toList()))),
        flaw(
            "givesAColumnTheMeaningThatItHasInTheLastFile",
            "keeps the first meaning of a column",
            "DATE",
            () ->
                new ShowingExports(
                    export ->
                        new LedgerExport(
                            export.name(),
                            export.fixed(),
                            export.columns().isEmpty() ? List.of() : COLUMNS))),
        flaw(
            "letsNoReceivedColumnBecomeAnAddedOne",
            "takes any columns",
            "Expecting code to raise",
            TakingAnyColumns::new),
        flaw(
            "letsNoColumnBecomeAnother",
            "takes any columns",
            "Expecting code to raise",
            TakingAnyColumns::new),
        changes(
            "tellsThatAFileWasReplaced",
            "takes each file for the first",
            "published",
            row -> row.replace("replaced", "published")),
        flaw(
            "leavesASliceAsItWasWhenItsFileIsNotThere",
            "does not hear that a file is not there",
            "Publication",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteUnpublished(SliceKey key) {}
                }),
        flaw(
            "publishesNothingThatWasNotAnnounced",
            "lets a file be published twice",
            "Expecting code to raise",
            () ->
                new PlainLedger() {
                  @Override
                  public void notePublished(SliceKey key, Instant at) {
                    if (publications().stream().anyMatch(some -> some.key().equals(key))) {
                      super.notePublished(key, at);
                    }
                  }
                }),
        changes(
            "completesASliceWithoutRows",
            "takes a slice without rows for published",
            "published",
            row -> row.replace("empty", "published")),
        changes(
            "tellsWhichFileWentWithItsRows",
            "does not tell which file went",
            "replaced",
            row -> row.endsWith("|0") ? row.replaceFirst("[^|]+parquet", "") : row),
        changes(
            "tellsTheSameWhenThatWasAnnounced",
            "takes rows that went for none that came",
            "empty",
            row -> row.endsWith("|0") ? row.replace("replaced", "empty") : row),
        changes(
            "tellsTheSameOfALostSlice",
            "takes what was lost for what never was",
            "empty",
            row -> row.endsWith("||replaced|2|0") ? row.replace("replaced", "empty") : row),
        flaw(
            "keepsTheFileOfAnAnswerThatIsTheSame",
            "keeps the answer from before",
            "2024-03-01",
            Unmoved::new),
        flaw(
            "hasNothingUnchangedThatWasNotThere",
            "takes an answer for unchanged that is the first",
            "Expecting code to raise",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
                    noteEmpty(key, answer, SliceFacts.NONE, at);
                  }
                }));
  }

  private static Flaw<PlainLedger> changes(
      String fact, String wrong, String said, UnaryOperator<String> row) {
    return flaw(
        fact,
        wrong,
        said,
        () ->
            new PlainLedger() {
              @Override
              List<String> changes() {
                return super.changes().stream().map(row).toList();
              }
            });
  }

  private static final class Hasty extends PlainLedger {
    @Override
    public void notePublishing(
        SliceKey key,
        SliceAnswer answer,
        ExportIdentity identity,
        List<NumberedColumn> columns,
        SliceFacts facts) {
      super.notePublishing(key, answer, identity, columns, facts);
      super.notePublished(key, answer.askedAt());
    }
  }

  private static final class TakingAnyColumns extends PlainLedger {
    @Override
    public void notePublishing(
        SliceKey key,
        SliceAnswer answer,
        ExportIdentity identity,
        List<NumberedColumn> columns,
        SliceFacts facts) {
      super.notePublishing(
          key, answer, identity, right.slice(key).isEmpty() ? List.of() : columns, facts);
    }
  }

  private static final class Stubborn extends PlainLedger {
    @Override
    public void notePublishing(
        SliceKey key,
        SliceAnswer answer,
        ExportIdentity identity,
        List<NumberedColumn> columns,
        SliceFacts facts) {
      if (publications().isEmpty()) {
        super.notePublishing(key, answer, identity, columns, facts);
      }
    }
  }

  private static final class KnowingFilesAlone extends PlainLedger {
    @Override
    public void notePublishing(
        SliceKey key,
        SliceAnswer answer,
        ExportIdentity identity,
        List<NumberedColumn> columns,
        SliceFacts facts) {
      super.notePublishing(
          key, answer, identity, answer.file().isPresent() ? columns : List.of(), facts);
    }
  }

  private static final class ForeverAnnounced extends PlainLedger {
    private final List<Publication> all = new ArrayList<>();

    @Override
    public void notePublished(SliceKey key, Instant at) {
      all.addAll(super.publications());
      super.notePublished(key, at);
    }

    @Override
    public List<Publication> publications() {
      return all;
    }
  }

  private static final class Fickle extends PlainLedger {
    private Map<String, String> fixed = Map.of();

    @Override
    public void notePublishing(
        SliceKey key,
        SliceAnswer answer,
        ExportIdentity identity,
        List<NumberedColumn> columns,
        SliceFacts facts) {
      super.notePublishing(key, answer, identity, columns, facts);
      fixed = identity.fixed();
    }

    @Override
    public List<LedgerExport> exports() {
      return super.exports().stream()
          .map(export -> new LedgerExport(export.name(), fixed, export.columns()))
          .toList();
    }
  }

  private static final class Unmoved extends PlainLedger {
    @Override
    public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
      SliceAnswer before = right.slice(key).flatMap(SliceRecord::answer).orElseThrow();
      super.noteUnchanged(key, before, at);
    }
  }
}
