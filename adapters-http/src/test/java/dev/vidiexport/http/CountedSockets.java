package dev.vidiexport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes real sockets, and counts those that are open, from the attempt to connect on. */
final class CountedSockets extends SocketFactory {
  private int open;
  private int most;

  @Override
  public Socket createSocket() {
    return new CountedSocket();
  }

  private synchronized void opened() {
    open++;
    most = Math.max(most, open);
  }

  private synchronized void closed() {
    open--;
  }

  synchronized int open() {
    return open;
  }

  /** How many were open at once. */
  synchronized int most() {
    return most;
  }

  private final class CountedSocket extends Socket {
    private boolean counts;

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
      synchronized (this) {
        counts = true;
        opened();
      }
      super.connect(address, timeoutMillis);
    }

    @Override
    public synchronized void close() throws IOException {
      super.close();
      if (counts) {
        counts = false;
        closed();
      }
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw new UnsupportedOperationException("sockets are connected later");
  }
}
