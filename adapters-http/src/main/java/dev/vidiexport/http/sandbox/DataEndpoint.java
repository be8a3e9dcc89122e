package dev.vidiexport.http.sandbox;

import dev.vidiexport.http.sandbox.data.Chance;
import dev.vidiexport.http.sandbox.data.Question;
import dev.vidiexport.http.sandbox.data.SandboxData;
import dev.vidiexport.http.sandbox.data.VidiCenterJson;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Serves exports: {@code GET api/v1/data/}. */
final class DataEndpoint {
  private static final String FAIL_REASON = "Not enough memory to aggregate the data";

  private final SandboxSettings settings;
  private final SandboxData data;
  private final ExportCache cache;
  private final CallHistory history;

  DataEndpoint(SandboxSettings settings, SandboxData data, ExportCache cache, CallHistory history) {
    this.settings = settings;
    this.data = data;
    this.cache = cache;
    this.history = history;
  }

  void answer(Map<String, String> arguments, Reply reply) throws IOException {
    Question question = data.question(arguments);
    // Arguments that act by being there: their value says nothing.
    boolean rebuild = arguments.containsKey("force_rebuild");
    boolean statusOnly = arguments.containsKey("status_only");
    Standing standing = cache.ask(question, rebuild, !statusOnly);
    if (rebuild) {
      history.countRebuild();
    }
    if (standing.resets()) {
      throw new BrokenConnectionException();
    }
    String envelope = envelope(question, standing);
    if (standing.state() == Standing.State.FINISHED && !statusOnly) {
      reply.json(writer -> writeFinished(question, standing, envelope, writer));
    } else {
      reply.json("{" + envelope + "}");
    }
  }

  private static String envelope(Question question, Standing standing) {
    StringBuilder json = new StringBuilder();
    json.append("\"state\":\"").append(standing.state().word()).append('"');
    if (standing.state() != Standing.State.STARTED) {
      json.append(",\"creation_date\":\"");
      VidiCenterJson.appendTime(creationDate(standing.created()), separator(question), json);
      json.append('"');
    }
    if (standing.state() == Standing.State.FAILED) {
      json.append(",\"fail_reason\":").append(VidiCenterJson.quoted(FAIL_REASON));
    }
    return json.toString();
  }

  /** The keys of the dictionary come in any order: in every other export the rows stand first. */
  private void writeFinished(Question question, Standing standing, String envelope, Writer writer)
      throws IOException {
    boolean rowsFirst = Chance.onceIn(2, Chance.mix(question.fingerprint(), 1));
    writer.write(rowsFirst ? "{\"data\":[" : "{" + envelope + ",\"data\":[");
    long cutAt = standing.cuts() ? settings.misbehaviour().cutAtRow().orElse(0) : 0;
    long served = 0;
    for (String row : data.rows(question)) {
      served++;
      writer.write(served == 1 ? "\n" : ",\n");
      if (served == cutAt) {
        writer.write(row, 0, row.length() / 2);
        throw new BrokenConnectionException();
      }
      writer.write(row);
    }
    writer.write(rowsFirst ? "]," + envelope + "}" : "]}");
  }

  private static LocalDateTime creationDate(Instant created) {
    return LocalDateTime.ofInstant(created, ZoneOffset.UTC);
  }

  private static char separator(Question question) {
    return Chance.onceIn(2, Chance.mix(question.fingerprint(), 2)) ? ' ' : 'T';
  }
}
