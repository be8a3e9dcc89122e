package dev.vidiexport.app.wiring;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.http.HttpModule;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** Puts the shipped modules together, over whatever network and clock a simulation has. */
public final class SimulatedWiring {
  private SimulatedWiring() {}

  /**
   * A session as it is shipped, but for what is planted.
   *
   * @param planted puts a bug between the runs and what they ask; gives the session back as it is
   *     where there is none
   * @param calls is told of the calls of all runs
   */
  public static CommandSession session(
      HttpModule http, UnaryOperator<VidiCenterSession> planted, CallListener calls) {
    return new CommandSession(
        planted.apply(Wiring.session(http)),
        calls,
        new UserMessages(new PrintWriter(Writer.nullWriter()), UserMessages.Level.QUIET));
  }
}
