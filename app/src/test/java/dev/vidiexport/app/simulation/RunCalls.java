package dev.vidiexport.app.simulation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The calls of one run on their way through the network, one at a time: decides which fault meets
 * each, and lets the time pass that it takes. At the deadline it ends whatever is under way, as the
 * client's own watch over the time of a call does it.
 */
final class RunCalls {
  /**
   * How often a connection that is used again turns out to be dead, where troubles meet the run at
   * all. The program closes connections before it waits, so only a call that follows an answer at
   * once can find a kept one.
   */
  private static final double DEAD_SHARE = 0.5;

  private final RunSchedule runSchedule;
  private final SimulatedNetwork network;
  private final SimulatedClock clock;
  private final SimulatedPacer pacer;
  private final ReachedFaults faults;
  private final SeededChance chance;
  private Optional<Fault> met = Optional.empty();
  private boolean drawn;
  private int attempts;
  private int refusals;
  private int callsAfterRefusal;
  private Optional<Duration> firstTrouble = Optional.empty();

  RunCalls(
      RunSchedule runSchedule,
      SimulatedNetwork network,
      SimulatedClock clock,
      SimulatedPacer pacer,
      ReachedFaults faults) {
    this.runSchedule = runSchedule;
    this.network = network;
    this.clock = clock;
    this.pacer = pacer;
    this.faults = faults;
    this.chance = runSchedule.chance("network");
  }

  /** Makes a connection, or does not. */
  void connect(Duration patience) throws IOException {
    draw(false);
    network.opened();
    boolean connected = false;
    try {
      connect(met, patience);
      connected = true;
    } finally {
      if (!connected) {
        network.closed();
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
    network.asks(runSchedule.number());
    if (refusals > 0) {
      callsAfterRefusal++;
    }
    met = what(chance.random().nextDouble());
    if (kept && (met.filter(RunCalls::isOfConnection).isPresent() || diesWhenKept())) {
      met = Optional.of(Fault.KEPT_CONNECTION_DEAD);
    } else if (!kept && met.equals(Optional.of(Fault.KEPT_CONNECTION_DEAD))) {
      met = Optional.empty();
    }
  }

  private boolean diesWhenKept() {
    return runSchedule.calls().troubleShare() > 0 && chance.in(DEAD_SHARE);
  }

  private Optional<Fault> what(double draw) {
    double trouble = runSchedule.calls().troubleShare();
    if (draw < trouble) {
      return Optional.of(chance.oneOf(runSchedule.calls().troubles()));
    }
    double refusal = trouble + (1 - trouble) * runSchedule.calls().refusalShare();
    if (draw < refusal) {
      return Optional.of(chance.oneOf(Fault.of(Fault.Kind.REFUSAL)));
    }
    return draw < refusal + (1 - refusal) * runSchedule.calls().shapeShare()
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
  SimulatedReply reply(String request) throws IOException {
    drawn = false;
    pass(
        chance.in(0.9) ? chance.millis(1, 80) : chance.millis(80, 4_000),
        Fault.DEADLINE_BEFORE_ANSWER);
    if (met.equals(Optional.of(Fault.KEPT_CONNECTION_DEAD))) {
      trouble(Fault.KEPT_CONNECTION_DEAD);
      return new SimulatedReply().end(SimulatedReply.End.CLOSED);
    }
    SimulatedReply reply = network.deliver(request, met);
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
    Duration left = pacer.left();
    boolean over = time.compareTo(left) >= 0;
    clock.pass(over ? left : time);
    if (pacer.isCancelled()) {
      throw new SocketException("Socket closed");
    }
    if (over && pacer.left().compareTo(Duration.ZERO) <= 0) {
      faults.reach(atDeadline);
      remember();
      throw new SocketException("Socket closed");
    }
  }

  /** The number of the run. */
  int run() {
    return runSchedule.number();
  }

  ReachedFaults faults() {
    return faults;
  }

  /** How many calls the program began. */
  int attempts() {
    return attempts;
  }

  /** How many calls the program began although it had been refused. */
  int callsAfterRefusal() {
    return callsAfterRefusal;
  }

  /** When the first call met trouble, by the clock. */
  Optional<Duration> firstTrouble() {
    return firstTrouble;
  }
}
