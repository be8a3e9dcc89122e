package dev.vidiexport.app.simulation;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/**
 * The way of all runs to the service and back. Counts connections; thread-safe as far as they go.
 */
final class SimulatedNetwork extends SocketFactory {
  private static final Pattern REQUEST =
      Pattern.compile("GET /api/v1/data/\\?\\S*\\blocations=(\\d+)\\b\\S* HTTP/1.1\r\n");

  private final SimulatedClock clock;
  private final SimulatedVidiCenter service;
  private final Supplier<RunCalls> calls;
  private int openSockets;
  private int mostOpenSockets;

  /**
   * A network.
   *
   * @param calls those of the run that has the turn
   */
  SimulatedNetwork(SimulatedClock clock, SimulatedVidiCenter service, Supplier<RunCalls> calls) {
    this.clock = clock;
    this.service = service;
    this.calls = calls;
  }

  @Override
  public Socket createSocket() {
    return new SimulatedSocket(this, clock);
  }

  /** The calls of the run that has the turn. */
  RunCalls calls() {
    return calls.get();
  }

  /** A run begins a call that may start a build. */
  void asks(int run) {
    service.askedFor().begin(run);
  }

  /** Has the service answer a request. */
  SimulatedReply deliver(String request, Optional<Fault> met) {
    Matcher asked = REQUEST.matcher(request);
    if (!asked.lookingAt()) {
      throw new AssertionError("Nobody should ask for " + request.lines().findFirst());
    }
    service.arrive();
    return service
        .export(Integer.parseInt(asked.group(1)))
        .replies()
        .to(request.contains("force_rebuild"), met);
  }

  synchronized void opened() {
    openSockets++;
    mostOpenSockets = Math.max(mostOpenSockets, openSockets);
  }

  synchronized void closed() {
    openSockets--;
  }

  synchronized int mostOpenSockets() {
    return mostOpenSockets;
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
