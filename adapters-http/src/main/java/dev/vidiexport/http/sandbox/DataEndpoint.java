package dev.vidiexport.http.sandbox;

import dev.vidiexport.http.sandbox.chance.Chance;
import dev.vidiexport.http.sandbox.data.DataOverTime;
import dev.vidiexport.http.sandbox.data.Question;
import dev.vidiexport.http.sandbox.data.Refusal;
import dev.vidiexport.http.sandbox.data.SandboxData;
import dev.vidiexport.http.sandbox.data.VidiCenterJson;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Serves exports: {@code GET api/v1/data/}. */
final class DataEndpoint {
  private static final String STATUS_ONLY = "status_only";

  private final SandboxSettings settings;
  private final DataOverTime data;
  private final InstantSource present;
  private final ExportCache cache;
  private final CallHistory history;

  DataEndpoint(
      SandboxSettings settings,
      DataOverTime data,
      InstantSource present,
      ExportCache cache,
      CallHistory history) {
    this.settings = settings;
    this.data = data;
    this.present = present;
    this.cache = cache;
    this.history = history;
  }

  void answer(Map<String, String> arguments, Reply reply) throws IOException {
    Instant now = present.instant();
    SandboxData dataNow = data.at(now);
    boolean statusOnly = isStatusOnly(arguments);
    Question question = dataNow.question(arguments);
    // An argument that acts by being there: its value says nothing.
    boolean rebuild = arguments.containsKey("force_rebuild");
    Standing standing = cache.ask(new ExportCall(question, now, dataNow, rebuild, !statusOnly));
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

  private boolean isStatusOnly(Map<String, String> arguments) {
    if (!arguments.containsKey(STATUS_ONLY)) {
      return false;
    }
    return switch (settings.misbehaviour().statusOnly()) {
      case HONOURED -> true;
      case IGNORED -> false;
      case REFUSED -> throw Refusal.badRequest("Unknown argument " + STATUS_ONLY);
    };
  }

  private static String envelope(Question question, Standing standing) {
    StringBuilder json = new StringBuilder();
    json.append("\"state\":\"").append(standing.state().word()).append('"');
    if (standing.state() != Standing.State.STARTED) {
      json.append(",\"creation_date\":\"");
      VidiCenterJson.appendTime(creationDate(standing.created()), separator(question), json);
      json.append('"');
    }
    standing
        .failReason()
        .ifPresent(
            reason -> json.append(",\"fail_reason\":").append(VidiCenterJson.quoted(reason)));
    return json.toString();
  }

  /** The keys of the dictionary come in any order: in every other export the rows stand first. */
  private void writeFinished(Question question, Standing standing, String envelope, Writer writer)
      throws IOException {
    boolean rowsFirst = Chance.onceIn(2, Chance.mix(question.fingerprint(), 1));
    writer.write(rowsFirst ? "{\"data\":[" : "{" + envelope + ",\"data\":[");
    long cutAt = standing.cuts() ? settings.misbehaviour().cutAtRow().orElse(0) : 0;
    long served = 0;
    for (String row : data.at(standing.created()).rows(question)) {
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
