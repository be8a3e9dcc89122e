package dev.vidiexport.app.planted;

import dev.vidiexport.http.sandbox.data.SandboxData;

/** Reaches behind the sandbox. */
public record KnowsSandboxData(SandboxData data) {}
