package dev.vidiexport.http.sandbox.cameras;

import java.time.Instant;

/** Something that happens to a camera. Immutable. */
public sealed interface CameraEvent {
  /** The location of the camera. */
  long location();

  /** When it happens, or begins. */
  Instant at();

  /** The account sees the camera from now on; the first time it is also created. */
  record Appears(long location, Instant at) implements CameraEvent {}

  /** The account sees the camera no more. */
  record Leaves(long location, Instant at) implements CameraEvent {}

  /** The camera has another name from now on. */
  record Renamed(long location, Instant at, String name) implements CameraEvent {}

  /**
   * The camera measures, but sends nothing until a later time, and then all of it.
   *
   * @param until when it sends again; after {@code at}
   */
  record FallsSilent(long location, Instant at, Instant until) implements CameraEvent {}

  /**
   * From now on other figures stand for what the camera measured since an earlier time: nine in ten
   * of those before.
   *
   * @param since before {@code at}
   */
  record Recounts(long location, Instant since, Instant at) implements CameraEvent {}

  /**
   * From now on every other hour is lost of what the camera measured since an earlier time.
   *
   * @param since before {@code at}
   */
  record Forgets(long location, Instant since, Instant at) implements CameraEvent {}
}
