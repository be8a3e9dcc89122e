package dev.vidiexport.spi;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that a sink gets wrong.
 *
 * @param fact the kit's fact that must not hold
 * @param wrong what the sink does, for the name of the test
 * @param provider opens such sinks
 */
record Flaw(String fact, String wrong, SinkProvider provider) {
  @Override
  public String toString() {
    return wrong;
  }

  static Stream<Flaw> all() {
    return Stream.of(ofProviders(), ofValues(), ofTables(), ofLives(), ofFailures())
        .flatMap(Function.identity());
  }

  private static Flaw bytes(String fact, String wrong, Function<SinkContext, Sink> sinks) {
    return new Flaw(fact, wrong, new PlainProvider(TargetKind.BYTES, sinks));
  }

  /** A flaw of single values. */
  private static Flaw value(String fact, String wrong, Function<Object, Object> change) {
    return bytes(
        fact,
        wrong,
        context ->
            new PlainSink(context) {
              @Override
              Object valueOf(RowBatch batch, int row, int column) {
                return change.apply(super.valueOf(batch, row, column));
              }
            });
  }

  /** A flaw of the names. */
  private static Flaw names(
      String fact, String wrong, Function<List<String>, List<String>> change) {
    return bytes(
        fact,
        wrong,
        context ->
            new PlainSink(context) {
              @Override
              public void commit(Provenance provenance) throws IOException {
                publish(PlainTable.encode(change.apply(names()), rows));
              }
            });
  }

  private static Stream<Flaw> ofProviders() {
    AtomicInteger calls = new AtomicInteger();
    return Stream.of(
        bytes(
            "isAPublicClassWithAPublicConstructorWithoutArguments",
            "is not public",
            PlainSink::new),
        bytes("isFoundByTheServiceLoader", "is not in the services file", PlainSink::new),
        new Flaw(
            "wasCompiledAgainstTheseInterfaces",
            "is of an older version",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public int spiVersion() {
                return SPI_VERSION - 1;
              }
            }),
        new Flaw(
            "namesItsFormatInLowerCase",
            "names its format in upper case",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public String format() {
                return "PLAIN";
              }
            }),
        new Flaw(
            "namesItsExtensionsInLowerCaseWithoutTheFirstDot",
            "has a dot before its extension",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public Set<String> fileExtensions() {
                return Set.of(".plain");
              }
            }),
        new Flaw(
            "explainsEveryOptionOnce",
            "does not explain an option",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public List<SinkOption> options() {
                return List.of(SinkOption.of("words", new OptionKind.Text(), "", " "));
              }
            }),
        new Flaw(
            "givesTheSameAnswersEachTime",
            "changes its name",
            new PlainProvider(TargetKind.BYTES, PlainSink::new) {
              @Override
              public String format() {
                return "plain" + calls.incrementAndGet();
              }
            }),
        bytes(
            "writesWithEveryWordThatItsOptionsTake",
            "offers a word that it does not know",
            context -> {
              if (context.options().text("words").equals("two")) {
                throw new UnsupportedOperationException("two");
              }
              return new PlainSink(context);
            }));
  }

  private static Stream<Flaw> ofValues() {
    String everyType = "keepsEveryValueOfEveryType";
    return Stream.of(
        value(
            everyType,
            "rounds whole numbers",
            value -> value instanceof Long whole ? (long) whole.doubleValue() : value),
        value(
            everyType,
            "loses the sign of zero",
            value -> value instanceof Double decimal ? decimal + 0.0 : value),
        value(
            everyType,
            "loses microseconds",
            value ->
                value instanceof LocalDateTime time ? time.truncatedTo(ChronoUnit.MILLIS) : value),
        value(
            everyType,
            "does not tell bare from quoted",
            value -> value instanceof JsonText json ? json.characters() : value),
        value(
            "keepsEveryTextThatItsFormatHolds",
            "trims texts",
            value -> value instanceof String text ? text.strip() : value),
        value(
            "keepsEveryTextThatItsFormatHolds",
            "cuts long texts",
            value ->
                value instanceof String text
                    ? text.substring(0, Math.min(65535, text.length()))
                    : value),
        value(
            "tellsNullFromAnEmptyText",
            "turns null into an empty text",
            value -> value == null ? "" : value),
        value(
            "keepsColumnsThatAreNullThroughout",
            "turns null into zero",
            value -> value == null ? 0L : value),
        value(
            "writesTheSameWhateverTheLocaleAndTimeZone",
            "asks the locale for digits",
            value -> value instanceof Long whole ? String.format("%d", whole) : value),
        value(
            "writesTheSameWhateverTheLocaleAndTimeZone",
            "asks the time zone for hours",
            value ->
                value instanceof LocalDateTime time
                    ? Timestamp.valueOf(time).toLocalDateTime()
                    : value),
        value(
            "leavesTheProcessAsItWas",
            "changes the locale",
            value -> {
              Locale.setDefault(Locale.FRANCE);
              return value;
            }),
        value(
            "keepsTablesOfAnyShape",
            "takes backslashes for escapes",
            value -> value instanceof String text ? text.replace("\\", "") : value));
  }

  private static Stream<Flaw> ofTables() {
    return Stream.of(
        names(
            "keepsOddNamesAndNamesThatDifferInCaseAlone",
            "folds the case of names",
            names -> names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList()),
        names(
            "keepsThreeHundredColumns",
            "cuts the names at 256",
            names -> names.subList(0, Math.min(256, names.size()))),
        names(
            "writesAValidOutputWithoutRows",
            "loses the last name",
            names -> names.subList(0, names.size() - 1)),
        bytes(
            "keepsEveryRowOfManyBatchesInOrder",
            "drops the last batch",
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
        bytes(
            "keepsEarlierRowsWhenTheirBatchIsUsedAgain",
            "keeps the batch",
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

  private static Stream<Flaw> ofLives() {
    return Stream.of(
        checkedBy(
            TargetKind.BYTES,
            "refuses a place where it could work",
            check -> {
              throw new IOException("not today");
            }),
        checkedBy(
            TargetKind.EXTERNAL,
            "stores when it is checked",
            check -> PlainSink.STORE.put(check.externalTarget().orElseThrow(), new byte[0])),
        bytes("leavesNothingWhenClosedWithoutCommit", "commits in close", Flaw::committingInClose),
        new Flaw(
            "leavesNothingWhenClosedWithoutCommit",
            "commits a file in close",
            new PlainProvider(TargetKind.FILE, Flaw::committingInClose)),
        new Flaw(
            "leavesNothingWhenClosedWithoutCommit",
            "stores at once",
            new PlainProvider(TargetKind.EXTERNAL, Flaw::storingAtOnce)),
        new Flaw(
            "writesAWholeOutputAfterAnAbandonedAttempt",
            "stumbles over what it left",
            new PlainProvider(
                TargetKind.FILE,
                context -> {
                  create(context);
                  return new PlainSink(context);
                })),
        bytes(
            "neitherWritesNorClosesTheStreamOnceItHasCommitted",
            "closes the host's stream",
            context ->
                new PlainSink(context) {
                  @Override
                  public void close() throws IOException {
                    ((SinkTarget.Bytes) context.target()).stream().close();
                  }
                }),
        bytes(
            "neitherWritesNorClosesTheStreamOnceItHasCommitted",
            "writes after commit",
            context ->
                new PlainSink(context) {
                  @Override
                  public void close() throws IOException {
                    publish(new byte[1]);
                  }
                }),
        bytes("mayBeClosedTwice", "fails when closed again", Flaw::failingWhenClosedAgain),
        bytes(
            "mayBeClosedTwiceWithoutCommit",
            "fails when closed again",
            Flaw::failingWhenClosedAgain));
  }

  private interface Checking {
    void check(SinkCheck check) throws IOException;
  }

  /** A flaw of the early check. */
  private static Flaw checkedBy(TargetKind kind, String wrong, Checking checking) {
    return new Flaw(
        "passesItsOwnCheckWhichChangesNothing",
        wrong,
        new PlainProvider(kind, PlainSink::new) {
          @Override
          public void check(SinkCheck check) throws IOException {
            checking.check(check);
          }
        });
  }

  private static Sink committingInClose(SinkContext context) {
    return new PlainSink(context) {
      @Override
      public void commit(Provenance provenance) {}

      @Override
      public void close() throws IOException {
        publish(PlainTable.encode(names(), rows));
      }
    };
  }

  private static Sink storingAtOnce(SinkContext context) {
    return new PlainSink(context) {
      @Override
      public void write(RowBatch batch) throws IOException {
        super.write(batch);
        publish(PlainTable.encode(names(), rows));
      }
    };
  }

  private static void create(SinkContext context) {
    try {
      Files.createFile(((SinkTarget.File) context.target()).path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sink failingWhenClosedAgain(SinkContext context) {
    return new PlainSink(context) {
      private boolean closed;

      @Override
      public void close() throws IOException {
        if (closed) {
          throw new IOException("closed already");
        }
        closed = true;
      }
    };
  }

  private static Stream<Flaw> ofFailures() {
    return Stream.of(
        bytes("saysSoWhereverTheStreamFillsUp", "swallows what the stream says", Flaw::swallowing),
        bytes(
            "saysSoWhereverTheStreamFillsUp",
            "throws something else",
            context ->
                new PlainSink(context) {
                  @Override
                  public void commit(Provenance provenance) {
                    try {
                      super.commit(provenance);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }
                }),
        new Flaw(
            "saysSoWhenTheFileCannotBeMade",
            "swallows what the file system says",
            new PlainProvider(TargetKind.FILE, Flaw::swallowing)));
  }

  private static Sink swallowing(SinkContext context) {
    return new PlainSink(context) {
      private IOException swallowed = new IOException();

      @Override
      public void commit(Provenance provenance) {
        try {
          super.commit(provenance);
        } catch (IOException e) {
          swallowed = e;
        }
      }

      @Override
      public String toString() {
        return swallowed.toString();
      }
    };
  }
}
