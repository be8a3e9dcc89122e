package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a {@link ScriptedVidiCenter} does with a connection; it is closed afterwards. */
@FunctionalInterface
public interface Answer {
  void send(Socket connection) throws IOException;

  /** Whether it is "too many calls", so that the call has no effect. */
  default boolean turnsAway() {
    return false;
  }

  /**
   * An answer that has no effect but that it tells the program to come back later.
   *
   * @param answer what is sent
   */
  record TurningAway(Answer answer) implements Answer {
    @Override
    public void send(Socket connection) throws IOException {
      answer.send(connection);
    }

    @Override
    public boolean turnsAway() {
      return true;
    }
  }

  /** A piece of a body that is made while it is sent. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /** 200 and JSON. */
  static Answer json(String body) {
    return of("200 OK", body, "Content-Type: application/json");
  }

  /** 200 and the JSON of a file among the tests' resources. */
  static Answer resource(String name) {
    try {
      return json(Files.readString(Path.of("src/test/resources").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any status, body and headers. */
  static Answer of(String status, String body, String... headers) {
    byte[] bytes = body.getBytes(UTF_8);
    Answer answer =
        connection -> {
          OutputStream out = connection.getOutputStream();
          out.write(head(status, List.of(headers), "Content-Length: " + bytes.length));
          out.write(bytes);
          out.flush();
        };
    return status.startsWith("429 ") ? new TurningAway(answer) : answer;
  }

  /** Anything, as it is. */
  static Answer raw(String bytes) {
    return connection -> {
      connection.getOutputStream().write(bytes.getBytes(UTF_8));
      connection.getOutputStream().flush();
    };
  }

  /** 200 and JSON of unknown length, made while it is sent. */
  static Answer streamed(Body body) {
    return connection -> {
      OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 64 * 1024);
      out.write(
          head("200 OK", List.of("Content-Type: application/json"), "Transfer-Encoding: chunked"));
      ChunkedOutput chunks = new ChunkedOutput(out);
      body.write(chunks);
      chunks.end();
    };
  }

  /** 200 and a body that is shorter than its headers say. */
  static Answer cut(String body) {
    return connection -> {
      OutputStream out = connection.getOutputStream();
      out.write(
          head("200 OK", List.of("Content-Type: application/json"), "Content-Length: 100000"));
      out.write(body.getBytes(UTF_8));
      out.flush();
    };
  }

  /** The connection is reset instead of an answer. */
  static Answer reset() {
    return connection -> connection.setSoLinger(true, 0);
  }

  /** Nothing comes until the program gives up. */
  static Answer silence() {
    return Answer::waitForEnd;
  }

  /** 200, the begin of a body, and nothing more until the program gives up. */
  static Answer stalled(String body) {
    return connection -> {
      cut(body).send(connection);
      waitForEnd(connection);
    };
  }

  /** An answer that waits until something has happened. */
  static Answer after(CountDownLatch happened, Answer answer) {
    return connection -> {
      try {
        happened.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while it waited");
      }
      answer.send(connection);
    };
  }

  /** An answer that tells when the program has read it and gone on to what comes next. */
  static Answer toldWhenRead(Answer answer, CountDownLatch read) {
    Answer told =
        connection -> {
          answer.send(connection);
          waitForEnd(connection);
          read.countDown();
        };
    return answer.turnsAway() ? new TurningAway(told) : told;
  }

  private static void waitForEnd(Socket connection) throws IOException {
    int ignored = connection.getInputStream().read();
    connection.close();
  }

  private static byte[] head(String status, List<String> headers, String length) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append(length).append("\r\nConnection: close\r\n\r\n");
    return head.toString().getBytes(UTF_8);
  }
}
