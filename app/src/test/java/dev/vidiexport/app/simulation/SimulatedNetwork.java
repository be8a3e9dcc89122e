package dev.vidiexport.app.simulation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * The way to the service and back. It carries one call at a time, decides which fault meets it, and
 * lets the time pass that this takes. At the deadline it ends whatever is under way, as the
 * client's own watch over the time of a call does it.
 */
final class SimulatedNetwork extends SocketFactory {
  /**
   * How often a connection that is used again turns out to be dead, where troubles meet the run at
   * all. The program closes connections before it waits, so only a call that follows an answer at
   * once can find a kept one.
   */
  private static final double DEAD_SHARE = 0.5;

  private final Schedule schedule;
  private final SimulatedClock clock;
  private final Faults faults;
  private final Replies replies;
  private final Chance chance;
  private Optional<Fault> met = Optional.empty();
  private boolean drawn;
  private int attempts;
  private int openSockets;
  private int mostOpenSockets;
  private int refusals;
  private int callsAfterRefusal;
  private Optional<Duration> firstTrouble = Optional.empty();

  SimulatedNetwork(
      Schedule schedule, SimulatedVidiCenter service, SimulatedClock clock, Faults faults) {
    this.schedule = schedule;
    this.clock = clock;
    this.faults = faults;
    this.replies = new Replies(schedule, service, clock);
    this.chance = schedule.chance("network");
  }

  @Override
  public Socket createSocket() {
    return new SimulatedSocket(this, clock);
  }

  /** Makes a connection, or does not. */
  void connect(Duration patience) throws IOException {
    draw(false);
    opened();
    boolean connected = false;
    try {
      connect(met, patience);
      connected = true;
    } finally {
      if (!connected) {
        closed();
        drawn = false;
      }
    }
  }

  private void connect(Optional<Fault> fault, Duration patience) throws IOException {
    if (fault.equals(Optional.of(Fault.CONNECTION_REFUSED))) {
      trouble(fault.get());
      throw new ConnectException("Connection refused");
    }
    if (fault.equals(Optional.of(Fault.NO_WAY_THERE))) {
      trouble(fault.get());
      throw new NoRouteToHostException("No route to host");
    }
    if (fault.equals(Optional.of(Fault.CONNECTION_TIMED_OUT))) {
      pass(patience, Fault.DEADLINE_BEFORE_CONNECTION);
      trouble(fault.get());
      throw new SocketTimeoutException("Connect timed out");
    }
    pass(chance.millis(1, 40), Fault.DEADLINE_BEFORE_CONNECTION);
  }

  /** Decides what meets the next call, unless that was decided when it was connected for. */
  private void draw(boolean kept) {
    if (drawn) {
      return;
    }
    drawn = true;
    attempts++;
    if (refusals > 0) {
      callsAfterRefusal++;
    }
    met = what(chance.random().nextDouble());
    if (kept && (met.filter(SimulatedNetwork::isOfConnection).isPresent() || diesWhenKept())) {
      met = Optional.of(Fault.KEPT_CONNECTION_DEAD);
    } else if (!kept && met.equals(Optional.of(Fault.KEPT_CONNECTION_DEAD))) {
      met = Optional.empty();
    }
  }

  private boolean diesWhenKept() {
    return schedule.troubleShare() > 0 && chance.in(DEAD_SHARE);
  }

  private Optional<Fault> what(double draw) {
    double trouble = schedule.troubleShare();
    if (draw < trouble) {
      return Optional.of(chance.oneOf(schedule.troubles()));
    }
    double refusal = trouble + (1 - trouble) * schedule.refusalShare();
    if (draw < refusal) {
      return Optional.of(chance.oneOf(Fault.of(Fault.Kind.REFUSAL)));
    }
    return draw < refusal + (1 - refusal) * schedule.shapeShare()
        ? Optional.of(chance.oneOf(Fault.of(Fault.Kind.SHAPE)))
        : Optional.empty();
  }

  private static boolean isOfConnection(Fault fault) {
    return List.of(
            Fault.CONNECTION_REFUSED,
            Fault.CONNECTION_TIMED_OUT,
            Fault.NO_WAY_THERE,
            Fault.KEPT_CONNECTION_DEAD)
        .contains(fault);
  }

  /** A whole request has been written. */
  void send(boolean kept) throws IOException {
    draw(kept);
    if (met.equals(Optional.of(Fault.RESET_WHILE_SENDING))) {
      drawn = false;
      trouble(Fault.RESET_WHILE_SENDING);
      throw new SocketException("Broken pipe");
    }
  }

  /** What comes back for a request. */
  Reply reply(String request) throws IOException {
    drawn = false;
    pass(
        chance.in(0.9) ? chance.millis(1, 80) : chance.millis(80, 4_000),
        Fault.DEADLINE_BEFORE_ANSWER);
    if (met.equals(Optional.of(Fault.KEPT_CONNECTION_DEAD))) {
      trouble(Fault.KEPT_CONNECTION_DEAD);
      return new Reply().end(Reply.End.CLOSED);
    }
    if (!request.startsWith("GET /api/v1/data/?")) {
      throw new AssertionError("Nobody should ask for " + request.lines().findFirst());
    }
    Reply reply = replies.to(request.contains("force_rebuild"), met);
    if (met.filter(fault -> fault.kind() == Fault.Kind.TROUBLE).isPresent()) {
      remember();
    }
    if (met.filter(fault -> fault.kind() == Fault.Kind.REFUSAL).isPresent()) {
      refusals++;
    }
    return reply;
  }

  private void trouble(Fault fault) {
    faults.reach(fault);
    remember();
  }

  private void remember() {
    if (firstTrouble.isEmpty()) {
      firstTrouble = Optional.of(clock.elapsed());
    }
  }

  /**
   * Lets time pass, to the deadline at most.
   *
   * @param atDeadline what has happened should the deadline come first
   * @throws SocketException when the connection was closed meanwhile
   */
  void pass(Duration time, Fault atDeadline) throws SocketException {
    Duration left = schedule.deadline().minus(clock.elapsed());
    boolean over = time.compareTo(left) >= 0;
    clock.pass(over ? left : time);
    if (clock.isCancelled()) {
      throw new SocketException("Socket closed");
    }
    if (over) {
      faults.reach(atDeadline);
      remember();
      throw new SocketException("Socket closed");
    }
  }

  void opened() {
    openSockets++;
    mostOpenSockets = Math.max(mostOpenSockets, openSockets);
  }

  void closed() {
    openSockets--;
  }

  Faults faults() {
    return faults;
  }

  /** How many calls the program began. */
  int attempts() {
    return attempts;
  }

  int mostOpenSockets() {
    return mostOpenSockets;
  }

  /** How many calls the program began although it had been refused. */
  int callsAfterRefusal() {
    return callsAfterRefusal;
  }

  /** When the first call met trouble. */
  Optional<Duration> firstTrouble() {
    return firstTrouble;
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
