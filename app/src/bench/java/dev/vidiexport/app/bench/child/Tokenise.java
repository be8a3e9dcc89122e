package dev.vidiexport.app.bench.child;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Takes a body apart into the tokens of JSON, and does nothing with them. */
public final class Tokenise {
  private Tokenise() {}

  /** Reads the body of the address that is given. */
  public static void main(String[] arguments) throws IOException {
    URI address = URI.create(arguments[0]);
    long tokens = 0;
    try (Socket socket = AnswerStream.connect(address);
        JsonParser parser = new JsonFactory().createParser(AnswerStream.of(socket, address))) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    System.out.println(tokens);
  }
}
