package dev.vidiexport.app.bench.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A service on this machine that sends prepared bodies. It stands on bare sockets, because the
 * JDK's own server would copy every byte twice, on the cores that are being measured. Thread-safe.
 */
public final class BodyServer implements AutoCloseable {
  private static final int MOST_HEAD_BYTES = 16 * 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final ServerSocketChannel server;
  private final Map<String, Supplier<Served>> answers = new ConcurrentHashMap<>();

  private BodyServer(ServerSocketChannel server) {
    this.server = server;
  }

  /** Starts a server on any free port. */
  public static BodyServer start() throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
    BodyServer server = new BodyServer(channel);
    background(server::accept);
    return server;
  }

  /**
   * Answers under a name from now on.
   *
   * @param answer asked for every call
   * @return the base of the addresses, for {@code --base-url}
   */
  public String serve(String name, Supplier<Served> answer) throws IOException {
    answers.put(name, answer);
    int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    return "http://127.0.0.1:%s/%s/".formatted(port, name);
  }

  private static void background(Runnable task) {
    Thread thread = new Thread(task, "body-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel connection = server.accept();
        background(() -> answer(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(SocketChannel connection) {
    try (connection) {
      String head = readHead(connection);
      String[] path = head.split(" ", 3)[1].split("/", 3);
      Supplier<Served> answer = answers.get(path[1]);
      if (answer == null) {
        throw new IOException("nothing is served as " + path[1]);
      }
      Served body = answer.get();
      send(headOf(body), connection);
      for (Served.Piece piece : body.pieces()) {
        piece.sendTo(connection);
      }
    } catch (IOException gone) {
      System.err.println("A call was not answered: " + gone.getMessage());
    }
  }

  private static String readHead(SocketChannel connection) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_HEAD_BYTES);
    String head = "";
    while (!head.endsWith(END_OF_HEAD)) {
      if (connection.read(bytes) < 0) {
        throw new IOException("the request ended within its head");
      }
      head = new String(bytes.array(), 0, bytes.position(), US_ASCII);
    }
    return head;
  }

  private static String headOf(Served body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
        + body.encoding().map(encoding -> "Content-Encoding: " + encoding + "\r\n").orElse("")
        + "Content-Length: "
        + body.length()
        + END_OF_HEAD;
  }

  private static void send(String head, SocketChannel connection) throws IOException {
    ByteBuffer bytes = US_ASCII.encode(head);
    while (bytes.hasRemaining()) {
      connection.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
