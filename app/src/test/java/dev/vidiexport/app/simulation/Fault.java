package dev.vidiexport.app.simulation;

import static dev.vidiexport.app.simulation.Fault.Kind.BUILD;
import static dev.vidiexport.app.simulation.Fault.Kind.DISK;
import static dev.vidiexport.app.simulation.Fault.Kind.REFUSAL;
import static dev.vidiexport.app.simulation.Fault.Kind.SHAPE;
import static dev.vidiexport.app.simulation.Fault.Kind.TIME;
import static dev.vidiexport.app.simulation.Fault.Kind.TROUBLE;

import dev.vidiexport.domain.failure.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every class of fault that a simulation must reach. */
enum Fault {
  // Before the call arrives.
  CONNECTION_REFUSED(TROUBLE),
  CONNECTION_TIMED_OUT(TROUBLE),
  NO_WAY_THERE(TROUBLE),
  RESET_WHILE_SENDING(TROUBLE),
  KEPT_CONNECTION_DEAD(TROUBLE),

  // On the way back.
  ANSWER_DROPPED(TROUBLE),
  ANSWER_RESET(TROUBLE),
  ANSWER_SILENT(TROUBLE),
  ANSWER_NOT_HTTP(TROUBLE),
  CUT_IN_HEADERS(TROUBLE),
  CUT_WITH_LENGTH(TROUBLE),
  CUT_CHUNKED(TROUBLE),
  CUT_GZIPPED(TROUBLE),
  CUT_UNMARKED(TROUBLE),
  RESET_IN_BODY(TROUBLE),
  SILENT_IN_BODY(TROUBLE),
  ANSWER_REPEATED(SHAPE),
  ANSWER_DELAYED(SHAPE),
  ANSWER_TRICKLED(SHAPE),

  // Errors that may pass.
  TOO_MANY_CALLS(TROUBLE),
  TOO_MANY_CALLS_FOR_SECONDS(TROUBLE),
  TOO_MANY_CALLS_UNTIL_DATE(TROUBLE),
  TOO_MANY_CALLS_BEYOND_DEADLINE(TROUBLE),
  SERVER_ERROR(TROUBLE),
  SERVER_ERROR_FOR_SECONDS(TROUBLE),
  REQUEST_TIMEOUT(TROUBLE),

  // Answers that end the run.
  UNAUTHORIZED(FailureKind.CREDENTIALS_REFUSED),
  FORBIDDEN(FailureKind.CREDENTIALS_REFUSED),
  BAD_REQUEST(FailureKind.REQUEST_REFUSED),
  NOT_FOUND(FailureKind.REQUEST_REFUSED),
  REDIRECTED(FailureKind.PROTOCOL_BROKEN),
  NO_CONTENT(FailureKind.PROTOCOL_BROKEN),
  PAGE_OF_A_PROXY(FailureKind.PROTOCOL_BROKEN),
  BROKEN_IN_THE_MIDDLE(FailureKind.PROTOCOL_BROKEN),
  BODY_TWICE(FailureKind.PROTOCOL_BROKEN),
  UNKNOWN_STATE(FailureKind.PROTOCOL_BROKEN),
  NO_STATE(FailureKind.PROTOCOL_BROKEN),
  NO_ROWS_THOUGH_FINISHED(FailureKind.PROTOCOL_BROKEN),
  NOT_UNICODE(FailureKind.PROTOCOL_BROKEN),
  KEY_TWICE(FailureKind.PROTOCOL_BROKEN),

  // Answers that look odd and are good.
  ROWS_BEFORE_STATE(SHAPE),
  ROWS_REORDERED(SHAPE),
  ROWS_WHILE_BUILDING(SHAPE),
  STATUS_FOR_STATE(SHAPE),
  TRAILING_COMMA(SHAPE),
  BYTE_ORDER_MARK(SHAPE),

  // What becomes of builds.
  BUILD_FAILED(BUILD),
  BUILD_STALLED(BUILD),
  BUILD_REPLACED(BUILD),
  CACHE_EXPIRED(BUILD),
  LATE_KEY(BUILD),
  CHANGED_TYPE(BUILD),
  KEYS_KEEP_CHANGING(BUILD),
  BUILD_WAITS_FOR_ANOTHER(BUILD),

  // Time.
  DEADLINE_BEFORE_CONNECTION(TIME),
  DEADLINE_BEFORE_ANSWER(TIME),
  DEADLINE_IN_BODY(TIME),
  DEADLINE_WHILE_BUILDING(TIME),
  LIMITS_REACHED(TIME),
  LIMITS_HELD_TO_THE_END(TIME),
  LIMITS_HELD_BY_OTHERS(TIME),
  OTHERS_SLOW_DOWN(TIME),
  OTHER_RUN_DIED_CALLING(TIME),
  DATE_JUMPED(TIME),
  CANCELLED(TIME),

  // Other runs of the same process.
  CALLS_USED_UP_BY_NEIGHBOUR(TIME),
  CONNECTIONS_HELD_BY_NEIGHBOUR(TIME),
  EXPORTS_HELD_BY_NEIGHBOUR(TIME),
  NEIGHBOUR_TOLD_TO_SLOW_DOWN(TIME),
  CONNECTION_OF_NEIGHBOUR_USED(TIME),
  ONE_OF_SEVERAL_CANCELLED(TIME),
  ALL_OF_SEVERAL_CANCELLED(TIME),

  // The disk.
  LOOK_FAILED(DISK),
  CREATE_FAILED(DISK),
  LOCK_FAILED(DISK),
  DISK_FULL(DISK),
  CLOSE_FAILED(DISK),
  FORCE_FAILED(DISK),
  FORCE_FOLDER_FAILED(DISK),
  LINK_FAILED(DISK),
  NO_LINKS(DISK),
  MOVE_ACROSS_DEVICES(DISK),
  DELETE_FAILED(DISK),
  NAME_TAKEN_MEANWHILE(DISK),
  RIVAL_ALIVE(DISK),
  LITTER_OF_A_DEAD_RUN(DISK),
  CRASHED(DISK),
  CRASH_LOST_BYTES(DISK),
  CRASH_LOST_NAMES(DISK),
  CRASH_LOST_NAMES_OUT_OF_ORDER(DISK);

  /** What a fault may do to a run. */
  enum Kind {
    /** The call may be made again. */
    TROUBLE,
    /** The answer ends the run. */
    REFUSAL,
    /** The answer is good all the same. */
    SHAPE,
    /** Something happens to the export at the service. */
    BUILD,
    /** Time plays a part. */
    TIME,
    /** The file system plays a part. */
    DISK
  }

  private final Kind kind;
  private final Optional<FailureKind> end;

  Fault(Kind kind) {
    this.kind = kind;
    this.end = Optional.empty();
  }

  Fault(FailureKind end) {
    this.kind = REFUSAL;
    this.end = Optional.of(end);
  }

  Kind kind() {
    return kind;
  }

  /** How a run ends that gets this answer; empty where it need not. */
  Optional<FailureKind> end() {
    return end;
  }

  /** The faults of a kind, in their order. */
  static List<Fault> of(Kind kind) {
    return Arrays.stream(values()).filter(fault -> fault.kind == kind).toList();
  }
}
