package dev.vidiexport.http.sandbox;

import java.io.IOException;

/** Makes the server break a connection on purpose: it closes one whose handler fails. */
final class BrokenConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenConnectionException() {
    super("the connection is broken on purpose");
  }
}
