package dev.vidiexport.http.planteduser;

import dev.vidiexport.http.sandbox.SandboxSettings;

/** A client that knows the sandbox, so that the rule against it can be seen to work. */
final class ClientOfASandbox {
  private ClientOfASandbox() {}

  static SandboxSettings breach() {
    return SandboxSettings.usual();
  }
}
