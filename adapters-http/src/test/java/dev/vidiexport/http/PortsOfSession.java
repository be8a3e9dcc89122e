package dev.vidiexport.http;

import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ConnectionTrial;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;

/** The ports of a session for runs that share their time, and whose calls nobody watches. */
record PortsOfSession(VidiCenterSession session, Pacer pacer) {
  VidiCenter vidiCenter() {
    return session.vidiCenter(pacer, CallListener.NONE);
  }

  Account account() {
    return session.account(pacer, CallListener.NONE);
  }

  ConnectionTrial connectionTrial() {
    return session.connectionTrial(pacer, CallListener.NONE);
  }

  Directory directory() {
    return session.directory(pacer, CallListener.NONE);
  }
}
