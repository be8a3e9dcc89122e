package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer while it is read: a dictionary whose keys come in any order, so that nothing is
 * decided before its end.
 */
final class AnswerDictionary {
  private static final int LONGEST_WORD = 60;
  private static final String FINISHED = "finished";

  private final JsonParser parser;
  private final AnswerBody body;
  private final RowReader rows;
  private final RemoteText remoteText;
  private final long skippedBytes;
  private final CallKind kind;
  private final FirstSign sign;

  private final StateWord state = new StateWord("state");
  private final StateWord status = new StateWord("status");
  private boolean dataIsThere;
  private boolean dataIsNull;
  private Optional<String> dataFault = Optional.of("is finished, but contains no data");
  private Optional<String> creationDate = Optional.empty();
  private final ServiceWords words = new ServiceWords();
  private boolean complete;

  /**
   * An answer of which nothing has been read yet.
   *
   * @param skippedBytes how many bytes of the body stood before what the parser reads
   * @param kind what the call was to bring
   */
  AnswerDictionary(
      JsonParser parser,
      AnswerBody body,
      RowReader rows,
      RemoteText remoteText,
      long skippedBytes,
      CallKind kind,
      FirstSign sign) {
    this.parser = parser;
    this.body = body;
    this.rows = rows;
    this.remoteText = remoteText;
    this.skippedBytes = skippedBytes;
    this.kind = kind;
    this.sign = sign;
  }

  /**
   * Reads the answer to the end of its body.
   *
   * @throws IOException when the body ended too early
   * @throws ExportException when it is not the protocol's
   */
  Answer read() throws IOException {
    try {
      readAll();
      return answer();
    } catch (ExportException refusal) {
      throw refusal.kind() == FailureKind.PROTOCOL_BROKEN
          ? words.addedTo(refusal, remoteText)
          : refusal;
    }
  }

  private void readAll() throws IOException {
    try {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        readEntry(parser.currentName());
      }
      complete = true;
      if (parser.nextToken() != null) {
        throw ProtocolViolation.of(
            "goes on after its end, with " + JsonTypeNames.of(parser.currentToken()));
      }
    } catch (StreamConstraintsException failure) {
      throw AnswerBounds.passed(failure, rows.place());
    } catch (JsonProcessingException failure) {
      throw cutOrBroken(failure);
    }
  }

  private void readEntry(String key) throws IOException {
    JsonToken value = parser.nextToken();
    switch (key) {
      case "state" -> readState(value);
      case "status" -> status.read(parser, value);
      case "data" -> readData(value);
      case "creation_date" -> creationDate = date(value);
      default -> readOther(key);
    }
  }

  /** Another key that could name the state counts only when the whole answer has none. */
  private void readState(JsonToken value) throws IOException {
    state.read(parser, value);
    if (!state.saysOtherThan(FINISHED)) {
      sign.give();
    }
  }

  private Optional<String> date(JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_STRING) {
      NonFiniteWord.skipValue(parser);
      return Optional.empty();
    }
    return Optional.of(remoteText.show(parser.getText(), LONGEST_WORD));
  }

  private void readOther(String key) throws IOException {
    if (ServiceWords.isTold(key)) {
      words.read(key, parser);
    } else {
      NonFiniteWord.skipValue(parser);
    }
  }

  private void readData(JsonToken value) throws IOException {
    if (dataIsThere) {
      throw ProtocolViolation.of("contains data twice");
    }
    dataIsThere = true;
    dataIsNull = value == JsonToken.VALUE_NULL;
    if (value != JsonToken.START_ARRAY) {
      dataFault =
          Optional.of(
              "is finished, but its data is %s and not a list of rows"
                  .formatted(JsonTypeNames.of(value)));
      NonFiniteWord.skipValue(parser);
      return;
    }
    long left = AnswerBounds.BYTES_WITHOUT_ROWS - body.bytes();
    if (state.saysOtherThan(FINISHED)) {
      body.expectAnything();
      NonFiniteWord.skipValue(parser);
    } else {
      dataFault = rows.readList();
    }
    body.expectOther(left);
  }

  private Answer answer() {
    StateWord word = state.isThere() ? state : status;
    return switch (word.required(remoteText, LONGEST_WORD)) {
      case "started" -> new Answer.Started(creationDate);
      case "in_progress" -> new Answer.InProgress(creationDate);
      case FINISHED -> finished();
      case "failed" -> new Answer.Failed(creationDate, words.reason(remoteText));
      default -> throw word.unknown(remoteText, LONGEST_WORD);
    };
  }

  private Answer finished() {
    sign.give();
    if (kind == CallKind.STATUS && isWithoutRows()) {
      return new Answer.Ready(creationDate);
    }
    dataFault.ifPresent(
        fault -> {
          throw ProtocolViolation.of(fault);
        });
    return new Answer.Finished(creationDate);
  }

  /** An empty list, too, says nothing of the rows where they were not asked for. */
  private boolean isWithoutRows() {
    return !dataIsThere || dataIsNull || (dataFault.isEmpty() && !rows.haveCome());
  }

  /** Tells a text that ended early from one that went wrong before its end. */
  private IOException cutOrBroken(JsonProcessingException failure) {
    if (body.isEnded() && !complete && isAboutTheEnd(failure)) {
      return new CutAnswerException(body.bytes());
    }
    long offset = failure.getLocation() == null ? -1 : failure.getLocation().getByteOffset();
    String at =
        offset < 0
            ? ""
            : ", at byte " + NumberText.of(skippedBytes + offset + rows.bytesBesideParser() + 1);
    String found = "is not JSON" + rows.place();
    if (complete) {
      found = "goes on after its end";
    } else if (failure.getOriginalMessage().contains("surrogate")) {
      found = "contains a name that is not Unicode" + rows.place();
    }
    throw ProtocolViolation.of(found + at, failure);
  }

  /** The parser reports an early end in three ways, of which only one has a type of its own. */
  private boolean isAboutTheEnd(JsonProcessingException failure) {
    return failure instanceof JsonEOFException
        || failure.getOriginalMessage().startsWith("Unexpected end-of-input")
        || body.endsWithinToken();
  }

  /** What stands under a key that names the state. */
  private static final class StateWord {
    private final String key;
    private @Nullable String found;
    private boolean isText;

    StateWord(String key) {
      this.key = key;
    }

    void read(JsonParser parser, JsonToken value) throws IOException {
      if (found != null) {
        throw ProtocolViolation.of("contains its %s twice".formatted(key));
      }
      isText = value == JsonToken.VALUE_STRING;
      found = value.isScalarValue() ? parser.getText() : JsonTypeNames.of(value);
      NonFiniteWord.skipValue(parser);
    }

    boolean isThere() {
      return found != null;
    }

    boolean saysOtherThan(String word) {
      return isThere() && !(isText && word.equals(found));
    }

    String required(RemoteText remoteText, int most) {
      if (found == null) {
        throw ProtocolViolation.of("contains no state");
      }
      if (!isText) {
        throw unknown(remoteText, most);
      }
      return found;
    }

    ExportException unknown(RemoteText remoteText, int most) {
      String shown = remoteText.show(String.valueOf(found), most);
      return ProtocolViolation.of(
          "contains the %s %s, which is none of started, in_progress, finished and failed"
              .formatted(key, isText ? "\"" + shown + "\"" : shown));
    }
  }
}
