package dev.vidiexport.app.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** One connection of a simulated network. What it answers is found out when it is read. */
final class SimulatedSocket extends Socket {
  /**
   * As long as the program keeps a connection that nobody uses; its own watch has another clock.
   */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private static final String END_OF_REQUEST = "\r\n\r\n";

  private final SimulatedNetwork network;
  private final SimulatedClock clock;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private RunCalls calls;
  private Duration usedAt = Duration.ZERO;
  private SimulatedReply reply;
  private int requests;
  private int patienceMillis;
  private boolean broken;
  private boolean connected;
  private boolean waiting;
  private boolean closed;

  SimulatedSocket(SimulatedNetwork network, SimulatedClock clock) {
    this.network = network;
    this.clock = clock;
  }

  @Override
  public void connect(SocketAddress address, int timeoutMillis) throws IOException {
    calls = network.calls();
    during(() -> calls.connect(Duration.ofMillis(timeoutMillis)));
    beConnected();
    usedAt = clock.elapsed();
  }

  private synchronized void beConnected() throws SocketException {
    if (closed) {
      network.closed();
      throw new SocketException("Socket closed");
    }
    connected = true;
  }

  /** Something that lets time pass. */
  @FunctionalInterface
  private interface Wait {
    void pass() throws IOException;
  }

  /** Waits, unless the connection is closed meanwhile. */
  private void during(Wait wait) throws IOException {
    setWaiting(true);
    try {
      wait.pass();
    } finally {
      setWaiting(false);
    }
  }

  private synchronized void setWaiting(boolean now) {
    waiting = now;
  }

  private void pass(Duration time, Fault atDeadline) throws IOException {
    during(() -> calls.pass(time, atDeadline));
    if (wasClosed()) {
      throw new SocketException("Socket closed");
    }
  }

  private synchronized boolean wasClosed() {
    return closed;
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        requireOpen();
        written.write(bytes, offset, length);
        if (written.toString(ISO_8859_1).endsWith(END_OF_REQUEST)) {
          broken = true;
          beUsed();
          calls.send(requests > 0);
          broken = false;
          requests++;
        }
      }
    };
  }

  private void beUsed() {
    RunCalls caller = network.calls();
    if (caller != calls) {
      caller.faults().reach(Fault.CONNECTION_OF_NEIGHBOUR_USED);
      calls = caller;
    }
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return receive(into, offset, length);
      }
    };
  }

  private int receive(byte[] into, int offset, int length) throws IOException {
    requireOpen();
    if (broken) {
      throw new SocketException("Connection reset");
    }
    if (written.size() > 0) {
      String request = written.toString(ISO_8859_1);
      written.reset();
      during(() -> reply = calls.reply(request));
    }
    usedAt = clock.elapsed();
    if (reply.isTaken()) {
      return atEnd();
    }
    boolean inBody = reply.isInBody();
    SimulatedReply.Piece piece = reply.next(calls.faults());
    pass(piece.before(), inBody ? Fault.DEADLINE_IN_BODY : Fault.DEADLINE_BEFORE_ANSWER);
    usedAt = clock.elapsed();
    byte[] bytes = piece.bytes();
    int count = Math.min(length, bytes.length);
    System.arraycopy(bytes, 0, into, offset, count);
    if (count < bytes.length) {
      reply.putBack(Arrays.copyOfRange(bytes, count, bytes.length), piece.ofBody());
    }
    return count == 0 ? receive(into, offset, length) : count;
  }

  private int atEnd() throws IOException {
    SimulatedReply.End end = reply.end();
    if (end == SimulatedReply.End.KEPT || end == SimulatedReply.End.SILENT) {
      pass(
          Duration.ofMillis(patienceMillis),
          reply.hasBegun() ? Fault.DEADLINE_IN_BODY : Fault.DEADLINE_BEFORE_ANSWER);
    }
    reply.meetEnd(calls.faults());
    return switch (end) {
      case CLOSED -> -1;
      case RESET -> throw new SocketException("Connection reset");
      case KEPT, SILENT -> throw new SocketTimeoutException("Read timed out");
    };
  }

  private void requireOpen() throws SocketException {
    if (isClosed()) {
      throw new SocketException("Socket closed");
    }
  }

  /** Whoever waits for it hears of it at once. */
  @Override
  public void close() {
    if (beClosed()) {
      clock.wake(calls.run());
    }
  }

  private synchronized boolean beClosed() {
    if (closed) {
      return false;
    }
    closed = true;
    if (connected) {
      network.closed();
    }
    return waiting;
  }

  @Override
  public synchronized boolean isClosed() {
    boolean idle = reply != null && reply.isKept() && written.size() == 0;
    if (idle && clock.elapsed().minus(usedAt).compareTo(KEPT) >= 0) {
      beClosed();
    }
    return closed;
  }

  @Override
  public boolean isConnected() {
    return connected;
  }

  @Override
  public void setSoTimeout(int millis) {
    patienceMillis = millis;
  }

  @Override
  public int getSoTimeout() {
    return patienceMillis;
  }
}
