package dev.vidiexport.app.simulation;

import static dev.vidiexport.app.simulation.HttpText.ascii;
import static dev.vidiexport.app.simulation.HttpText.head;

import dev.vidiexport.app.simulation.HttpText.Framing;
import dev.vidiexport.app.simulation.ServedExport.Said;
import dev.vidiexport.app.simulation.SimulatedReply.End;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Has calls for one export answered by the service, and makes of the answers what a fault makes of
 * them.
 */
final class Replies {
  private final RunSchedule run;
  private final ServedExport export;
  private final SimulatedClock clock;
  private final AnswerText text;
  private final SeededChance chance;
  private byte[] lastBody = new byte[0];

  Replies(RunSchedule run, ServedExport export, SimulatedClock clock) {
    this.run = run;
    this.export = export;
    this.clock = clock;
    this.chance = run.chance("replies");
    this.text = new AnswerText(run.chance("texts"));
  }

  /** What comes back for a call that has arrived. */
  SimulatedReply to(boolean rebuild, Optional<Fault> met) {
    if (met.isEmpty()) {
      return answered(export.ask(rebuild), Optional.empty());
    }
    Fault fault = met.get();
    return switch (fault.kind()) {
      case TROUBLE -> troubled(fault, rebuild);
      case REFUSAL -> refused(fault, rebuild);
      case SHAPE -> shaped(fault, export.ask(rebuild));
      case BUILD, TIME, DISK ->
          throw new IllegalArgumentException("no answer is changed by " + fault);
    };
  }

  private SimulatedReply answered(Said said, Optional<Fault> shape) {
    byte[] body = text.body(said, shape);
    lastBody = body;
    return telling(said, whole(body));
  }

  private static SimulatedReply telling(Said said, SimulatedReply reply) {
    if (said.state().equals("failed")) {
      reply.begins(Fault.BUILD_FAILED);
    }
    if (said.hasRows()) {
      switch (said.build().drift()) {
        case NONE -> {}
        case LATE_KEY -> reply.begins(Fault.LATE_KEY);
        case CHANGED_TYPE -> reply.begins(Fault.CHANGED_TYPE);
        case KEYS_KEEP_CHANGING -> reply.begins(Fault.KEYS_KEEP_CHANGING);
      }
    }
    return reply;
  }

  private SimulatedReply whole(byte[] body) {
    boolean packed = chance.in(0.15);
    Framing framing = chance.oneOf(List.of(Framing.values()));
    SimulatedReply reply =
        framed(200, packed ? "Content-Encoding: gzip\r\n" : "", packed(body, packed), framing);
    return reply.end(framing == Framing.UNMARKED ? End.CLOSED : End.KEPT);
  }

  private static byte[] packed(byte[] body, boolean packed) {
    return packed ? AnswerText.gzipped(body) : body;
  }

  private SimulatedReply framed(int status, String headers, byte[] body, Framing framing) {
    byte[] sent = framing == Framing.CHUNKED ? HttpText.chunked(body, chance) : body;
    return new SimulatedReply()
        .add(serviceTime(), head(status, headers, body.length, framing), false)
        .add(Duration.ZERO, sent, true);
  }

  private Duration serviceTime() {
    return chance.millis(5, 300);
  }

  private SimulatedReply shaped(Fault fault, Said said) {
    switch (fault) {
      case ANSWER_REPEATED -> {
        return lastBody.length == 0
            ? answered(said, Optional.empty())
            : whole(lastBody).begins(fault);
      }
      case ANSWER_DELAYED -> {
        byte[] body = text.body(said, Optional.empty());
        lastBody = body;
        SimulatedReply reply =
            new SimulatedReply()
                .add(chance.seconds(5, 55), head(200, "", body.length, Framing.LENGTH), false)
                .add(Duration.ZERO, body, true);
        return telling(said, reply).begins(fault);
      }
      case ANSWER_TRICKLED -> {
        return telling(said, trickled(said)).begins(fault);
      }
      default -> {
        boolean can =
            switch (fault) {
              case ROWS_BEFORE_STATE -> said.hasRows();
              case ROWS_REORDERED -> said.hasRows() && said.build().rows() > 1;
              case ROWS_WHILE_BUILDING -> said.state().equals("in_progress");
              default -> true;
            };
        SimulatedReply reply = answered(said, can ? Optional.of(fault) : Optional.empty());
        return can ? reply.begins(fault) : reply;
      }
    }
  }

  private SimulatedReply trickled(Said said) {
    byte[] body = text.body(said, Optional.empty());
    lastBody = body;
    byte[] sent = HttpText.chunked(body, chance);
    SimulatedReply reply =
        new SimulatedReply().add(serviceTime(), head(200, "", 0, Framing.CHUNKED), false);
    int step = Math.max(1, sent.length / chance.between(2, 6));
    for (int from = 0; from < sent.length; from += step) {
      byte[] piece = Arrays.copyOfRange(sent, from, Math.min(sent.length, from + step));
      reply.add(chance.millis(0, 20_000), piece, true);
    }
    return reply;
  }

  private SimulatedReply troubled(Fault fault, boolean rebuild) {
    return switch (fault) {
      case ANSWER_DROPPED -> lost(rebuild).end(End.CLOSED).ends(fault);
      case ANSWER_RESET -> lost(rebuild).end(End.RESET).ends(fault);
      case ANSWER_SILENT -> lost(rebuild).end(End.SILENT).ends(fault);
      case ANSWER_NOT_HTTP ->
          lost(rebuild).add(serviceTime(), ascii("SSH-2.0-sim\r\n\r\n"), false).begins(fault);
      case CUT_IN_HEADERS, CUT_WITH_LENGTH, CUT_CHUNKED, CUT_GZIPPED, CUT_UNMARKED ->
          fault == Fault.CUT_GZIPPED
              ? cut(fault, export.ask(rebuild)).end(End.CLOSED).begins(fault)
              : cut(fault, export.ask(rebuild)).end(End.CLOSED).ends(fault);
      case RESET_IN_BODY ->
          cut(Fault.CUT_WITH_LENGTH, export.ask(rebuild)).end(End.RESET).ends(fault);
      case SILENT_IN_BODY ->
          cut(Fault.CUT_CHUNKED, export.ask(rebuild)).end(End.SILENT).ends(fault);
      case TOO_MANY_CALLS -> error(429, "").begins(fault);
      case TOO_MANY_CALLS_FOR_SECONDS ->
          error(429, "Retry-After: " + chance.between(0, 30) + "\r\n").begins(fault);
      case TOO_MANY_CALLS_UNTIL_DATE -> error(429, untilDate()).begins(fault);
      case TOO_MANY_CALLS_BEYOND_DEADLINE ->
          error(429, "Retry-After: " + (run.pace().deadline().toSeconds() + 100) + "\r\n")
              .begins(fault);
      case SERVER_ERROR, SERVER_ERROR_FOR_SECONDS -> {
        lost(rebuild);
        boolean waits = fault == Fault.SERVER_ERROR_FOR_SECONDS;
        String wait = waits ? "Retry-After: " + chance.between(0, 20) + "\r\n" : "";
        yield error(chance.oneOf(List.of(500, 502, 503, 504)), wait).begins(fault);
      }
      case REQUEST_TIMEOUT -> error(408, "").begins(fault);
      default -> throw new IllegalArgumentException("a call with " + fault + " does not arrive");
    };
  }

  /** A call whose answer is lost may have been heard. */
  private SimulatedReply lost(boolean rebuild) {
    if (chance.in(0.5)) {
      export.ask(rebuild);
    }
    return new SimulatedReply();
  }

  private SimulatedReply error(int status, String headers) {
    byte[] body = ascii("{\"message\": \"simulated\"}");
    return framed(status, headers, body, Framing.LENGTH);
  }

  private String untilDate() {
    DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
    String date =
        format.format(clock.trueDate().plusSeconds(chance.between(0, 40)).atZone(ZoneOffset.UTC));
    String now = format.format(clock.trueDate().atZone(ZoneOffset.UTC));
    return "Retry-After: " + date + "\r\n" + (chance.in(0.5) ? "Date: " + now + "\r\n" : "");
  }

  /** The beginning of an answer, and no more. */
  private SimulatedReply cut(Fault fault, Said said) {
    byte[] body = text.body(said, Optional.empty());
    return switch (fault) {
      case CUT_IN_HEADERS -> {
        byte[] head = head(200, "", body.length, Framing.LENGTH);
        yield new SimulatedReply().add(serviceTime(), begin(head, 1, head.length - 1), false);
      }
      case CUT_CHUNKED -> cut(Framing.CHUNKED, "", body.length, HttpText.chunked(body, chance));
      case CUT_GZIPPED -> {
        byte[] packed = AnswerText.gzipped(body);
        byte[] begin = begin(packed, 0, packed.length - 1);
        // The length is that of what comes, so that only the packing tells of the cut.
        yield cutTo(begin, Framing.LENGTH, "Content-Encoding: gzip\r\n", begin.length);
      }
      case CUT_UNMARKED -> cut(Framing.UNMARKED, "", body.length, body);
      default -> cut(Framing.LENGTH, "", body.length, body);
    };
  }

  private SimulatedReply cut(Framing framing, String headers, int length, byte[] sent) {
    return cutTo(begin(sent, 0, sent.length - 1), framing, headers, length);
  }

  private SimulatedReply cutTo(byte[] begin, Framing framing, String headers, int length) {
    return new SimulatedReply()
        .add(serviceTime(), head(200, headers, length, framing), false)
        .add(Duration.ZERO, begin, true);
  }

  /** Mostly nearly all of it: what looks complete is what tempts. */
  private byte[] begin(byte[] bytes, int least, int most) {
    int from = chance.in(0.5) ? least : Math.max(least, most - 12);
    return Arrays.copyOf(bytes, chance.between(from, most));
  }

  private SimulatedReply refused(Fault fault, boolean rebuild) {
    return switch (fault) {
      case UNAUTHORIZED -> error(401, "").begins(fault);
      case FORBIDDEN -> error(403, "").begins(fault);
      case BAD_REQUEST -> error(400, "").begins(fault);
      case NOT_FOUND -> error(404, "").begins(fault);
      case REDIRECTED -> error(302, "Location: http://127.0.0.1:2/else\r\n").begins(fault);
      case NO_CONTENT ->
          new SimulatedReply()
              .add(serviceTime(), ascii("HTTP/1.1 204 Simulated\r\n\r\n"), false)
              .begins(fault);
      default -> whole(text.broken(fault, export.ask(rebuild))).begins(fault);
    };
  }
}
