package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of itself, in words for people: the texts and the number under the keys that
 * name a message. Services put them at the top, or in an object or a list below. Not thread-safe.
 */
public final class ServiceWords {
  private static final String FAIL_REASON = "fail_reason";

  /** The keys that name a message, the most telling first. */
  private static final List<String> KEYS = List.of("message", FAIL_REASON, "error", "detail");

  private static final int DEEPEST = 4;
  private static final int MOST_TEXTS_OF_KEY = 3;
  private static final int LONGEST_TEXT = 200;

  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private @Nullable String number;

  ServiceWords() {
    KEYS.forEach(key -> texts.put(key, new ArrayList<>()));
  }

  /** The words in the JSON of an answer; those before the fault where it is damaged or cut. */
  public static ServiceWords in(String json) {
    ServiceWords words = new ServiceWords();
    try (JsonParser parser = AnswerJson.PARSERS.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        words.readObject(parser, 1);
      }
    } catch (IOException notJson) {
      // A page of some proxy, say; what was found before stands.
      return words;
    }
    return words;
  }

  /** Whether what stands under a key belongs here. */
  static boolean isTold(String key) {
    return KEYS.contains(key);
  }

  /** Reads the value at which the parser stands, under a key that {@link #isTold}, to its end. */
  void read(String key, JsonParser parser) throws IOException {
    read(key, parser, 1);
  }

  private void read(String key, JsonParser parser, int depth) throws IOException {
    switch (parser.currentToken()) {
      case VALUE_STRING -> addText(key, parser.getText());
      case VALUE_NUMBER_INT -> addNumber(parser.getText());
      case VALUE_NUMBER_FLOAT -> {
        if (!NonFiniteWord.isAt(parser)) {
          addNumber(parser.getText());
        }
      }
      case START_OBJECT, START_ARRAY -> {
        if (depth == DEEPEST) {
          NonFiniteWord.skipValue(parser);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
          readObject(parser, depth + 1);
        } else {
          readList(key, parser, depth + 1);
        }
      }
      default -> {}
    }
  }

  private void readObject(JsonParser parser, int depth) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (isTold(key)) {
        read(key, parser, depth);
      } else {
        NonFiniteWord.skipValue(parser);
      }
    }
  }

  private void readList(String key, JsonParser parser, int depth) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      read(key, parser, depth);
    }
  }

  private void addText(String key, String text) {
    List<String> ofKey = texts.getOrDefault(key, List.of());
    if (!text.isBlank() && ofKey.size() < MOST_TEXTS_OF_KEY) {
      ofKey.add(text.strip());
    }
  }

  private void addNumber(String given) {
    if (number == null) {
      number = given;
    }
  }

  /** All texts, one after the other, as they came; empty where there are none. */
  public String text() {
    return String.join("; ", texts.values().stream().flatMap(List::stream).distinct().toList());
  }

  /** The number that is given for the error, or as one; empty where there is none. */
  public Optional<String> number() {
    return Optional.ofNullable(number);
  }

  /** Why a build failed, as it may be shown; empty where nothing tells. */
  Optional<String> reason(RemoteText remoteText) {
    List<String> reasons = texts.getOrDefault(FAIL_REASON, List.of());
    String said = reasons.isEmpty() ? text() : String.join("; ", reasons);
    return said.isEmpty()
        ? number().map(given -> remoteText.show("error " + given, LONGEST_TEXT))
        : Optional.of(remoteText.show(said, LONGEST_TEXT));
  }

  /** A sentence that repeats all of it, as it may be shown; empty where there is nothing. */
  public Optional<String> quoted(RemoteText remoteText) {
    Optional<String> error = number().map(given -> remoteText.show("error " + given, LONGEST_TEXT));
    String said = text();
    if (said.isEmpty()) {
      return error.map("It says: %s."::formatted);
    }
    return Optional.of(
        "It says: \"%s\"%s."
            .formatted(
                remoteText.show(said, LONGEST_TEXT), error.map(" (%s)"::formatted).orElse("")));
  }

  /** The same failure, which also repeats what the answer says. */
  public ExportException addedTo(ExportException refusal, RemoteText remoteText) {
    return quoted(remoteText)
        .map(
            sentence ->
                new ExportException(
                    new Failure(refusal.reason(), refusal.getMessage() + " " + sentence), refusal))
        .orElse(refusal);
  }
}
