package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/** What sinks get wrong between their opening and their end. */
final class LifecycleFlaws {
  private static final String SOMETHING_LEFT = "nothing is at the target after ";

  private LifecycleFlaws() {}

  static Stream<SinkFlaw> all() {
    return Stream.concat(ofTheEarlyCheck(), Stream.concat(ofTheEnd(), ofTheOrder()));
  }

  private static Stream<SinkFlaw> ofTheEarlyCheck() {
    return Stream.of(
        checkedBy(
            TargetKind.BYTES,
            "refuses a place where it could work",
            "not today",
            check -> {
              throw new IOException("not today");
            }),
        checkedBy(
            TargetKind.EXTERNAL,
            "stores when it is checked",
            SOMETHING_LEFT + "check",
            check -> PlainSink.STORE.put(check.externalTarget().orElseThrow(), new byte[0])));
  }

  private static Stream<SinkFlaw> ofTheEnd() {
    String nothing = "leavesNothingWhenClosedWithoutCommit";
    return Stream.of(
        SinkFlaw.bytes(
            nothing, "commits in close", "bytes after close", LifecycleFlaws::committingInClose),
        new SinkFlaw(
            nothing,
            "commits a file in close",
            SOMETHING_LEFT + "an attempt of 0 rows",
            new PlainProvider(TargetKind.FILE, LifecycleFlaws::committingInClose)),
        new SinkFlaw(
            nothing,
            "stores at once",
            SOMETHING_LEFT + "an attempt of 1 rows",
            new PlainProvider(TargetKind.EXTERNAL, LifecycleFlaws::storingAtOnce)),
        new SinkFlaw(
            "writesAWholeOutputAfterAnAbandonedAttempt",
            "stumbles over what it left",
            "FileAlreadyExists",
            new PlainProvider(
                TargetKind.FILE,
                context -> {
                  create(context);
                  return new PlainSink(context);
                })),
        SinkFlaw.bytes(
            "writesAWholeOutputAfterAnAbandonedAttempt",
            "goes on with the rows of the attempt before",
            "the output of the next attempt",
            new AddingUp()::open));
  }

  private static Stream<SinkFlaw> ofTheOrder() {
    String stream = "neitherWritesNorClosesTheStreamOnceItHasCommitted";
    String committed = "keepsWhatItCommittedInEveryOrderOfCalls";
    String abandoned = "leavesNothingInEveryOrderOfCallsWithoutCommit";
    return Stream.of(
        SinkFlaw.bytes(
            stream,
            "closes the host's stream",
            "the host's stream is closed",
            context ->
                new PlainSink(context) {
                  @Override
                  public void close() throws IOException {
                    ((SinkTarget.Bytes) context.target()).stream().close();
                  }
                }),
        SinkFlaw.bytes(
            stream,
            "writes after commit",
            "bytes after commit",
            context ->
                new PlainSink(context) {
                  @Override
                  public void close() throws IOException {
                    publish(new byte[1]);
                  }
                }),
        SinkFlaw.bytes(
            committed,
            "fails when closed again",
            "what open, commit, close, close throws",
            LifecycleFlaws::failingWhenClosedAgain),
        new SinkFlaw(
            committed,
            "removes the file when closed",
            "NoSuchFile",
            new PlainProvider(TargetKind.FILE, LifecycleFlaws::removingInClose)),
        SinkFlaw.bytes(
            abandoned,
            "fails when closed again",
            "what open, close, close throws",
            LifecycleFlaws::failingWhenClosedAgain),
        new SinkFlaw(
            abandoned,
            "stores at once",
            SOMETHING_LEFT + "open, write, close",
            new PlainProvider(TargetKind.EXTERNAL, LifecycleFlaws::storingAtOnce)),
        new SinkFlaw(
            "leavesNothingWhenItsThreadIsInterrupted",
            "cleans up only when nobody is in a hurry",
            SOMETHING_LEFT + "an interruption",
            new PlainProvider(
                TargetKind.FILE,
                context -> {
                  create(context);
                  return new PlainSink(context) {
                    @Override
                    public void close() throws IOException {
                      if (!Thread.currentThread().isInterrupted()) {
                        Files.delete(((SinkTarget.File) context.target()).path());
                      }
                    }
                  };
                })));
  }

  private interface Checking {
    void check(SinkCheck check) throws IOException;
  }

  private static SinkFlaw checkedBy(TargetKind kind, String wrong, String said, Checking checking) {
    return new SinkFlaw(
        "passesItsOwnCheckWhichChangesNothing",
        wrong,
        said,
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

  private static Sink removingInClose(SinkContext context) {
    return new PlainSink(context) {
      @Override
      public void close() throws IOException {
        Files.deleteIfExists(((SinkTarget.File) context.target()).path());
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

  private static void create(SinkContext context) throws IOException {
    Files.createFile(((SinkTarget.File) context.target()).path());
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

  /** Keeps rows in the provider, where the next sink finds them. */
  private static final class AddingUp {
    private PlainSink before;

    Sink open(SinkContext context) {
      PlainSink sink = new PlainSink(context);
      if (before != null) {
        sink.rows.addAll(before.rows);
      }
      before = sink;
      return sink;
    }
  }
}
