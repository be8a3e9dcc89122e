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
public interface ScriptedAnswer {
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
  record TurningAway(ScriptedAnswer answer) implements ScriptedAnswer {
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
  static ScriptedAnswer json(String body) {
    return of("200 OK", body, "Content-Type: application/json");
  }

  /** 200 and the JSON of a file among the tests' resources. */
  static ScriptedAnswer resource(String name) {
    try {
      return json(Files.readString(Path.of("src/test/resources").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any status, body and headers. */
  static ScriptedAnswer of(String status, String body, String... headers) {
    byte[] bytes = body.getBytes(UTF_8);
    ScriptedAnswer answer =
        connection -> {
          OutputStream out = connection.getOutputStream();
          out.write(head(status, List.of(headers), "Content-Length: " + bytes.length));
          out.write(bytes);
          out.flush();
        };
    return status.startsWith("429 ") ? new TurningAway(answer) : answer;
  }

  /** Anything, as it is. */
  static ScriptedAnswer raw(String bytes) {
    return connection -> {
      connection.getOutputStream().write(bytes.getBytes(UTF_8));
      connection.getOutputStream().flush();
    };
  }

  /** 200 and JSON of unknown length, made while it is sent. */
  static ScriptedAnswer streamed(Body body) {
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
  static ScriptedAnswer cut(String body) {
    return connection -> {
      OutputStream out = connection.getOutputStream();
      out.write(
          head("200 OK", List.of("Content-Type: application/json"), "Content-Length: 100000"));
      out.write(body.getBytes(UTF_8));
      out.flush();
    };
  }

  /** The connection is reset instead of an answer. */
  static ScriptedAnswer reset() {
    return connection -> connection.setSoLinger(true, 0);
  }

  /** Nothing comes until the program gives up. */
  static ScriptedAnswer silence() {
    return ScriptedAnswer::waitForEnd;
  }

  /** 200, the beginning of a body, and nothing more until the program gives up. */
  static ScriptedAnswer stalled(String body) {
    return connection -> {
      cut(body).send(connection);
      waitForEnd(connection);
    };
  }

  /** An answer that waits until something has happened. */
  static ScriptedAnswer after(CountDownLatch happened, ScriptedAnswer answer) {
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
  static ScriptedAnswer toldWhenRead(ScriptedAnswer answer, CountDownLatch read) {
    ScriptedAnswer told =
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
