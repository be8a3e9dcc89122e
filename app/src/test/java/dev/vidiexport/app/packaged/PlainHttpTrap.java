package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A proxy for plain http that every run of the packaged program is given: what it sent to another
 * machine without encryption would come here. Java asks no proxy for addresses of this machine. One
 * for all tests of a process; thread-safe.
 */
final class PlainHttpTrap {
  private static final PlainHttpTrap TRAP = new PlainHttpTrap();

  private final ServerSocket server;
  private final AtomicLong bytes = new AtomicLong();

  PlainHttpTrap() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::accept, "plain-http-trap");
    thread.setDaemon(true);
    thread.start();
  }

  /** The options that lead a virtual machine here. */
  static List<String> jvmOptions() {
    return List.of("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=" + TRAP.port());
  }

  /** Fails when anything came. */
  static void checkAll() {
    TRAP.check();
  }

  int port() {
    return server.getLocalPort();
  }

  void check() {
    assertThat(bytes.get()).as("bytes of plain http for another machine").isZero();
  }

  private void accept() {
    while (true) {
      try (Socket connection = server.accept()) {
        if (connection.getInputStream().read() >= 0) {
          bytes.incrementAndGet();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
