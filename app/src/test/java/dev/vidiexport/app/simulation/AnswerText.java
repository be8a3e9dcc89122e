package dev.vidiexport.app.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.simulation.ExportSchedule.Drift;
import dev.vidiexport.app.simulation.ServedExport.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what the service says as JSON, in one of the ways that are allowed, or in one that is not.
 */
final class AnswerText {
  private final SeededChance chance;
  private int answers;

  AnswerText(SeededChance chance) {
    this.chance = chance;
  }

  /** The body of an answer, which looks odd if it is to, and can. */
  byte[] body(Said said, Optional<Fault> shape) {
    answers++;
    List<String> entries = new ArrayList<>();
    entries.add(
        shape.filter(Fault.STATUS_FOR_STATE::equals).isPresent()
            ? "\"status\": \"" + said.state() + "\""
            : "\"state\": \"" + said.state() + "\"");
    entries.add("\"creation_date\": \"" + said.build().creationDate() + "\"");
    if (said.hasRows() || shape.filter(Fault.ROWS_WHILE_BUILDING::equals).isPresent()) {
      String rows = rows(said.build(), shape.filter(Fault.ROWS_REORDERED::equals).isPresent());
      entries.add(rowsComeFirst(shape) ? 0 : entries.size(), rows);
    }
    if (said.state().equals("failed") && chance.in(0.7)) {
      entries.add("\"fail_reason\": \"No data\\u0007 there\"");
    }
    String comma = shape.filter(Fault.TRAILING_COMMA::equals).isPresent() ? "," : "";
    String mark = shape.filter(Fault.BYTE_ORDER_MARK::equals).isPresent() ? "\uFEFF" : "";
    return (mark + "{" + String.join(", ", entries) + comma + "}").getBytes(UTF_8);
  }

  private boolean rowsComeFirst(Optional<Fault> shape) {
    return shape.filter(Fault.ROWS_BEFORE_STATE::equals).isPresent()
        || (shape.filter(Fault.ROWS_WHILE_BUILDING::equals).isPresent() && chance.in(0.7));
  }

  private String rows(Build build, boolean reordered) {
    StringBuilder json = new StringBuilder(64 + 40 * build.rows()).append("\"data\": [");
    int shift = reordered && build.rows() > 1 ? chance.between(1, build.rows() - 1) : 0;
    for (int index = 0; index < build.rows(); index++) {
      json.append(index == 0 ? "" : ", ");
      build.write(json, (index + shift) % build.rows() + 1);
    }
    if (build.drift() == Drift.KEYS_KEEP_CHANGING) {
      json.setLength(json.length() - 1);
      json.append(",\"late_").append(answers).append("\":1}");
    }
    return json.append(']').toString();
  }

  /** The body of an answer that is not what the protocol allows. */
  byte[] broken(Fault fault, Said said) {
    String good = new String(body(said, Optional.empty()), UTF_8);
    String text =
        switch (fault) {
          case PAGE_OF_A_PROXY -> "<html><body>Please sign in</body></html>";
          case BROKEN_IN_THE_MIDDLE -> good.replace("\"creation_date\":", "\"creation_date\"!");
          case BODY_TWICE -> good + good;
          case UNKNOWN_STATE -> "{\"state\": \"archived\"}";
          case NO_STATE -> "{\"data\": []}";
          case NO_ROWS_THOUGH_FINISHED -> "{\"state\": \"finished\"}";
          case NOT_UNICODE -> "{\"state\": \"started\", \"note\": \"\u00ff\"}";
          case KEY_TWICE ->
              "{\"data\": [{\"location_id\": 1, \"location_id\": 2}], \"state\": \"finished\"}";
          default -> throw new IllegalArgumentException("no body is broken by " + fault);
        };
    return text.getBytes(fault == Fault.NOT_UNICODE ? ISO_8859_1 : UTF_8);
  }

  static byte[] gzipped(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
