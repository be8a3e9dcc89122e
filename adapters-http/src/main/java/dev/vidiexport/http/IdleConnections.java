package dev.vidiexport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;

/**
 * Closes connections that serve no call, whichever port has kept them. OkHttp takes a connection
 * out of its pool first and closes it then, maybe on the thread of another port. In between a port
 * would find none in the pool and open a second one, or give up its room for one that is still
 * open. So whoever closes, or opens, waits until all are closed that have been taken out, which is
 * a matter of moments. Thread-safe.
 */
final class IdleConnections {
  private IdleConnections() {}

  /** Closes them. When it returns, those are closed, too, that another thread has taken out. */
  static void close(ConnectionPool pool) {
    synchronized (pool) {
      pool.evictAll();
    }
  }

  /**
   * Makes sockets for the connections of a pool.
   *
   * @param sockets makes the same sockets without waiting
   */
  static SocketFactory awaitingTheirEnd(ConnectionPool pool, SocketFactory sockets) {
    return new SocketFactory() {
      @Override
      public Socket createSocket() throws IOException {
        synchronized (pool) {
          return sockets.createSocket();
        }
      }

      @Override
      public Socket createSocket(String host, int port) throws IOException {
        return sockets.createSocket(host, port);
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress local, int localPort)
          throws IOException {
        return sockets.createSocket(host, port, local, localPort);
      }

      @Override
      public Socket createSocket(InetAddress host, int port) throws IOException {
        return sockets.createSocket(host, port);
      }

      @Override
      public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
          throws IOException {
        return sockets.createSocket(host, port, local, localPort);
      }
    };
  }
}
