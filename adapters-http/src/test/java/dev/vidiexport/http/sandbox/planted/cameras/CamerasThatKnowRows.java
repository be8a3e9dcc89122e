package dev.vidiexport.http.sandbox.planted.cameras;

import dev.vidiexport.http.sandbox.data.SandboxData;

/** Cameras that depend on what is made of them, so that the rule against it can be seen to work. */
record CamerasThatKnowRows(SandboxData breach) {}
