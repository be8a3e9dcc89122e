package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** What sinks get wrong when their target fails them. */
final class FailureFlaws {
  private FailureFlaws() {}

  static Stream<SinkFlaw> all() {
    return Stream.concat(ofStreams(), ofTargets());
  }

  private static Stream<SinkFlaw> ofStreams() {
    String full = "saysSoWhereverTheStreamFillsUp";
    String call = "saysSoWhicheverCallOfTheStreamFails";
    return Stream.of(
        SinkFlaw.bytes(
            full,
            "swallows what the stream says",
            "what open, write or commit throws when 0 of ",
            FailureFlaws::swallowing),
        SinkFlaw.bytes(
            full,
            "throws something else",
            "write and commit throw nothing but IOException",
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
        SinkFlaw.bytes(
            full,
            "keeps the cause to itself",
            "and its causes",
            context ->
                new PlainSink(context) {
                  @Override
                  public void commit(Provenance provenance) throws IOException {
                    try {
                      super.commit(provenance);
                    } catch (IOException e) {
                      throw new IOException("something is wrong");
                    }
                  }
                }),
        SinkFlaw.bytes(
            call,
            "swallows what flushing says",
            "what open, write or commit throws when call 2 of 2 fails",
            FailureFlaws::swallowingOfFlush),
        SinkFlaw.bytes(
            call,
            "closes the stream that failed",
            "the host's stream is closed when call 1 of ",
            FailureFlaws::closingWhatFailed));
  }

  private static Stream<SinkFlaw> ofTargets() {
    return Stream.of(
        new SinkFlaw(
            "saysSoWhenTheFileCannotBeMade",
            "swallows what the file system says",
            "what open, write or commit throws for File",
            new PlainProvider(TargetKind.FILE, FailureFlaws::swallowing)),
        new SinkFlaw(
            "saysSoWhenTheTargetIsOutOfReach",
            "writes to nowhere",
            "what open, write or commit throws for External",
            new PlainProvider(TargetKind.EXTERNAL, PlainSink::new)));
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

  private static Sink swallowingOfFlush(SinkContext context) {
    return new PlainSink(context) {
      private IOException swallowed = new IOException();

      @Override
      public void commit(Provenance provenance) throws IOException {
        super.commit(provenance);
        try {
          stream(context).flush();
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

  private static Sink closingWhatFailed(SinkContext context) {
    return new PlainSink(context) {
      @Override
      public void commit(Provenance provenance) throws IOException {
        try {
          super.commit(provenance);
        } catch (IOException e) {
          stream(context).close();
          throw e;
        }
      }
    };
  }

  private static OutputStream stream(SinkContext context) {
    return ((SinkTarget.Bytes) context.target()).stream();
  }
}
