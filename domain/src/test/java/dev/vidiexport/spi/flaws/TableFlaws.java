package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What sinks get wrong with whole tables. */
final class TableFlaws {
  private TableFlaws() {}

  static Stream<SinkFlaw> all() {
    return Stream.of(
        names(
            "keepsOddNamesAndNamesThatDifferInCaseAlone",
            "folds the case of names",
            "[columns]",
            names -> names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList()),
        names(
            "keepsThreeHundredColumns",
            "cuts the names at 256",
            "[columns]",
            names -> names.subList(0, Math.min(256, names.size()))),
        names(
            "writesAValidOutputWithoutRows",
            "loses the last name",
            "[columns]",
            names -> names.subList(0, names.size() - 1)),
        SinkFlaw.bytes(
            "keepsEveryRowOfManyBatchesInOrder",
            "drops the last batch",
            "[rows]",
            context ->
                new PlainSink(context) {
                  private int rowsOfLastBatch;

                  @Override
                  public void write(RowBatch batch) throws IOException {
                    rowsOfLastBatch = batch.rows();
                    super.write(batch);
                  }

                  @Override
                  public void commit(Provenance provenance) throws IOException {
                    int kept = rows.size() - rowsOfLastBatch;
                    publish(PlainTable.encode(names(), rows.subList(0, kept)));
                  }
                }),
        SinkFlaw.bytes(
            "keepsEarlierRowsWhenTheirBatchIsUsedAgain",
            "keeps the batch",
            "[row",
            context ->
                new PlainSink(context) {
                  private final List<RowBatch> kept = new ArrayList<>();

                  @Override
                  public void write(RowBatch batch) {
                    kept.add(batch);
                  }

                  @Override
                  public void commit(Provenance provenance) throws IOException {
                    for (RowBatch batch : kept) {
                      super.write(batch);
                    }
                    super.commit(provenance);
                  }
                }));
  }

  /** A flaw of the names. */
  private static SinkFlaw names(
      String fact, String wrong, String said, Function<List<String>, List<String>> change) {
    return SinkFlaw.bytes(
        fact,
        wrong,
        said,
        context ->
            new PlainSink(context) {
              @Override
              public void commit(Provenance provenance) throws IOException {
                publish(PlainTable.encode(change.apply(names()), rows));
              }
            });
  }
}
