package dev.vidiexport.http.sandbox.planted.data;

import dev.vidiexport.http.sandbox.SandboxSettings;

/** Data that depend on how they are served, so that the rule against it can be seen to work. */
final class DataThatKnowTheService {
  private DataThatKnowTheService() {}

  static SandboxSettings breach() {
    return SandboxSettings.usual();
  }
}
