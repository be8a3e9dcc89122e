package dev.vidiexport.http.answers;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.topology.Id;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okio.Okio;

/** Reads a body that is a list of objects with an id. Thread-safe. */
public final class ListReader {
  private final RemoteText remoteText;

  public ListReader(RemoteText remoteText) {
    this.remoteText = remoteText;
  }

  /**
   * Reads a body to its end.
   *
   * @param contentType what the body calls itself, for messages alone: it is read as UTF-8
   * @throws IOException when the body ended too early
   * @throws ExportException when it is no such list, or beyond the bounds of this program
   */
  public <D, T> List<T> read(AnswerBody body, String contentType, ListKind<D, T> kind)
      throws IOException {
    String noList = "is not a JSON list of " + kind.noun();
    AnswerOpening.skipTo('[', noList, body, contentType, remoteText);
    body.expectList();
    JsonReader reader = JsonReader.of(Okio.buffer(Okio.source(body)));
    List<T> list = new ArrayList<>();
    boolean complete = false;
    try {
      reader.beginArray();
      while (reader.hasNext()) {
        list.add(readObject(reader, kind, list.size() + 1));
      }
      reader.endArray();
      complete = true;
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw ProtocolViolation.of("goes on after its end");
      }
      return list;
    } catch (EOFException | JsonEncodingException failure) {
      if (!complete && isCut(body, failure)) {
        throw new CutAnswerException(body.bytes());
      }
      throw ProtocolViolation.of(
          complete ? "goes on after its end" : "is not JSON" + place(kind, list.size() + 1),
          failure);
    }
  }

  private <D, T> T readObject(JsonReader reader, ListKind<D, T> kind, int number)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (token != JsonReader.Token.BEGIN_OBJECT) {
      throw ProtocolViolation.of("contains something that is not an object" + place(kind, number));
    }
    String json = CleanJson.read(reader, remoteText);
    try {
      D read = kind.adapter().nonNull().fromJson(json);
      Id id =
          Optional.ofNullable(kind.writtenId().apply(read))
              .flatMap(Id::parse)
              .orElseThrow(
                  () ->
                      ProtocolViolation.of(
                          "contains an object without an id" + place(kind, number)));
      return kind.reading().value(read, id, json);
    } catch (JsonDataException otherShape) {
      throw ProtocolViolation.of(
          "contains an object that cannot be read" + place(kind, number), otherShape);
    }
  }

  private static String place(ListKind<?, ?> kind, int number) {
    return " (number %s of its %s)".formatted(NumberText.of(number), kind.noun());
  }

  /** The reader tells of an early end by its type, or in words, or by a token that is half one. */
  private static boolean isCut(AnswerBody body, IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof EOFException
        || (body.isEnded()
            && (body.endsWithinToken()
                || message.startsWith("Unterminated string")
                || message.startsWith("Unterminated escape")));
  }
}
