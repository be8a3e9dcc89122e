package dev.vidiexport.domain.failure;

import static java.util.Objects.requireNonNull;

/**
 * Why a run ended without a result: what a caller decides by that nobody watches, and what advice
 * to a user is made from. Each reason belongs to one {@link FailureKind}.
 */
public enum FailureReason {
  /** The base URL holds a user name or a password. */
  CREDENTIALS_IN_URL(FailureKind.INVALID_REQUEST),
  /** Others can read the file with the token. */
  TOKEN_FILE_OPEN_TO_OTHERS(FailureKind.INVALID_REQUEST),
  /** The user may not read the file with the token. */
  TOKEN_FILE_NOT_PERMITTED(FailureKind.INVALID_REQUEST),
  /** The token is to come from something that is neither a file nor a pipe. */
  TOKEN_FILE_UNUSABLE(FailureKind.INVALID_REQUEST),
  /** Whoever writes the token into a pipe had not ended in time. */
  TOKEN_STILL_AWAITED(FailureKind.INVALID_REQUEST),
  /** Nobody says which format to write, and the output's name does not tell one. */
  FORMAT_NOT_TOLD(FailureKind.INVALID_REQUEST),
  /** The format cannot be written to standard output. */
  FORMAT_NEEDS_FILE(FailureKind.INVALID_REQUEST),
  /** The output's name promises what other formats write. */
  NAME_FITS_OTHER_FORMATS(FailureKind.INVALID_REQUEST),
  /** The output's name promises what no format writes. */
  NAME_FITS_NO_FORMAT(FailureKind.INVALID_REQUEST),
  /** The output's name promises what an option of the format prevents. */
  NAME_CONTRADICTS_OPTION(FailureKind.INVALID_REQUEST),
  /** The report's name promises what a report is not. */
  NAME_FITS_NO_REPORT(FailureKind.INVALID_REQUEST),
  /** The call would travel unencrypted, and leave this machine. */
  PLAIN_HTTP_OFF_THIS_MACHINE(FailureKind.INVALID_REQUEST),
  /** What is named as a key store is a certificate by itself, or something else. */
  NOT_A_KEY_STORE(FailureKind.INVALID_REQUEST),
  /** The report would replace the output, or the output the report. */
  RECEIPT_IS_OUTPUT(FailureKind.INVALID_REQUEST),
  /** There is no report of such rows. */
  REPORT_NOT_POSSIBLE(FailureKind.INVALID_REQUEST),
  /** A report would count the same rows twice. */
  REPORT_COUNTS_TWICE(FailureKind.INVALID_REQUEST),
  /** Nobody says what VidiCenter was asked for to get the rows of a file. */
  REPORT_FILE_NOT_TOLD(FailureKind.INVALID_REQUEST),
  /** Nobody says of which days a report is to be. */
  REPORT_DAYS_NOT_TOLD(FailureKind.INVALID_REQUEST),
  /** Nobody says of which sites cameras are. */
  REPORT_SITES_NOT_TOLD(FailureKind.INVALID_REQUEST),
  /** The history has files or rows that were made with other settings, which are fixed now. */
  HISTORY_SETTINGS_FIXED(FailureKind.INVALID_REQUEST),
  /** The history comes from another host. */
  HISTORY_OF_OTHER_HOST(FailureKind.INVALID_REQUEST),
  /** The moment that stands for the clock is later than the clock, or before the last run. */
  MOMENT_NOT_POSSIBLE(FailureKind.INVALID_REQUEST),
  /** The files of an export cannot be read back. */
  HISTORY_NOT_READABLE(FailureKind.INVALID_REQUEST),
  /** What "all" stands for is not known without a call. */
  SOURCES_NOT_KNOWN(FailureKind.INVALID_REQUEST),

  /** VidiCenter refused the credentials: nothing that they are used for will succeed. */
  CREDENTIALS_REFUSED(FailureKind.CREDENTIALS_REFUSED),
  /**
   * VidiCenter does not let these credentials have what was asked for (403). Where others of their
   * requests succeed, it is this one alone that is refused.
   */
  ACCESS_REFUSED(FailureKind.CREDENTIALS_REFUSED),

  /** VidiCenter could not build the export; asking again brings the same answer, as it is kept. */
  BUILD_FAILED(FailureKind.EXPORT_FAILED),
  /** VidiCenter could not build the export, because there is too much in it. */
  EXPORT_TOO_LARGE(FailureKind.EXPORT_FAILED),

  /** VidiCenter is still building: the same request, without a rebuild, picks it up. */
  STILL_BUILDING(FailureKind.TIME_OVER),
  /** The rows were still coming: the same request, without a rebuild, has them come again. */
  ROWS_STILL_COMING(FailureKind.TIME_OVER),
  /** The rows have come, but the format was still writing them; the request can be repeated. */
  OUTPUT_STILL_WRITTEN(FailureKind.TIME_OVER),
  /** The limits of the service, which all runs of a user share, left no room for the next call. */
  LIMITS_HELD(FailureKind.TIME_OVER),
  /** The same, before the rebuild could be asked for: the request is to be repeated as it is. */
  LIMITS_HELD_BEFORE_REBUILD(FailureKind.TIME_OVER),
  /** The time was too short to ask at all. */
  NO_TIME_TO_ASK(FailureKind.TIME_OVER),
  /** The format was still checking whether it can work here; nothing was asked. */
  FORMAT_STILL_CHECKING(FailureKind.TIME_OVER),
  /** Not all calls of a listing could be made; nothing of it is kept. */
  LISTING_TIME_OVER(FailureKind.TIME_OVER),
  /** The same, because the limits of the service left no room for the next call. */
  LISTING_LIMITS_HELD(FailureKind.TIME_OVER),
  /** A listing takes more calls than fit into its time, which is to be above the failure's. */
  LISTING_NEEDS_MORE_TIME(FailureKind.TIME_OVER),
  /** The limits of the service left no room to ask whose the credentials are. */
  ACCOUNT_LIMITS_HELD(FailureKind.TIME_OVER),

  /** A file of the output's name is there already. */
  OUTPUT_EXISTS(FailureKind.OUTPUT_NOT_WRITTEN),
  /** Something got the output's name while the export ran. */
  OUTPUT_APPEARED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** A folder has the output's name. */
  OUTPUT_IS_FOLDER(FailureKind.OUTPUT_NOT_WRITTEN),
  /** A device, a FIFO, a socket or a stream of this process has the output's name. */
  OUTPUT_IS_DEVICE(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The folder of the output is not there. */
  OUTPUT_FOLDER_MISSING(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The user may not write there. */
  OUTPUT_NOT_PERMITTED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** Another run is writing the same output. */
  OUTPUT_BEING_WRITTEN(FailureKind.OUTPUT_NOT_WRITTEN),
  /** There is no space left for the output, or the user may take no more. */
  DISK_FULL(FailureKind.OUTPUT_NOT_WRITTEN),
  /** Whoever read the output has gone. */
  READER_GONE(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The output cannot be written, for a reason that only its message tells. */
  OUTPUT_UNUSABLE(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The user may not write to the folder in which standard output is staged. */
  STAGING_NOT_PERMITTED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** There is no space left in the folder in which standard output is staged. */
  STAGING_DISK_FULL(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The folder in which standard output is staged cannot be used for another reason. */
  STAGING_UNUSABLE(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The format cannot work here; its own words, which the message repeats, say what to do. */
  FORMAT_CANNOT_WORK(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The same, and its words name one of its options as {@code name=value}. */
  FORMAT_NEEDS_OPTION(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The format failed in a way that is no refusal of its own. */
  FORMAT_FAILED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The format did not do what it must: it opened nothing, or left no file. */
  FORMAT_INCOMPLETE(FailureKind.OUTPUT_NOT_WRITTEN),
  /** There are files of a history, but not the ledger that knows them. */
  LEDGER_MISSING(FailureKind.OUTPUT_NOT_WRITTEN),
  /** Rows that a format writes elsewhere may be there or not; repeating could double them. */
  OUTPUT_UNCERTAIN(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The same, after the format failed in a way that is no refusal of its own. */
  OUTPUT_UNCERTAIN_AS_FORMAT_FAILED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The ledger of a history is damaged, or gone though files are there that it should know. */
  LEDGER_DAMAGED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The ledger was written by a newer version of this program. */
  LEDGER_NEWER(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The ledger was written by an older version, and may not be brought up to date by a reader. */
  LEDGER_OLDER(FailureKind.OUTPUT_NOT_WRITTEN),
  /** Another program holds the ledger for too long. */
  LEDGER_HELD(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The user may not read or write the ledger, or its folder. */
  LEDGER_NOT_PERMITTED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** There is no space left for the ledger, its journal or its copy. */
  LEDGER_DISK_FULL(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The ledger cannot be used for a reason that only its message tells. */
  LEDGER_UNUSABLE(FailureKind.OUTPUT_NOT_WRITTEN),
  /** Nobody knows whether the rows of a slice were committed; the next run finds out. */
  SLICE_UNCERTAIN(FailureKind.OUTPUT_NOT_WRITTEN),
  /** A table that has rows of the history, says the ledger, is not there. */
  TABLE_MISSING(FailureKind.OUTPUT_NOT_WRITTEN),
  /** A file of a history, or rows in its table, are gone, or not what the ledger lists. */
  HISTORY_FILE_CHANGED(FailureKind.OUTPUT_NOT_WRITTEN),
  /** The native code that the ledger needs cannot be unpacked or loaded. */
  NATIVE_CODE_UNUSABLE(FailureKind.OUTPUT_NOT_WRITTEN),

  /** The answer is not what the protocol allows. */
  ANSWER_BROKEN(FailureKind.PROTOCOL_BROKEN),
  /** The answer is deeper, longer or wider than this program takes. */
  ANSWER_BEYOND_BOUNDS(FailureKind.PROTOCOL_BROKEN),
  /** A page answered instead of the service: of a proxy, or for a login. */
  PAGE_INSTEAD_OF_ANSWER(FailureKind.PROTOCOL_BROKEN),
  /** Something answered that is probably not the service. */
  NOT_THE_SERVICE(FailureKind.PROTOCOL_BROKEN),
  /** The columns of the rows changed from answer to answer. */
  COLUMNS_KEEP_CHANGING(FailureKind.PROTOCOL_BROKEN),
  /** The export is as long as the service allows, so its end is probably cut off. */
  ROW_LIMIT_REACHED(FailureKind.PROTOCOL_BROKEN),
  /** A file of a history, or rows in its table, are as listed, and cannot be read all the same. */
  HISTORY_FILE_UNREADABLE(FailureKind.PROTOCOL_BROKEN),
  /** A file of rows that a user named cannot be read. */
  ROW_FILE_UNREADABLE(FailureKind.PROTOCOL_BROKEN),

  /** The answer has less than the file, or the rows of a table, that it would replace. */
  ANSWER_SMALLER(FailureKind.PROTOCOL_BROKEN),
  /** The topology lacks most of the locations that there were. */
  TOPOLOGY_SMALLER(FailureKind.PROTOCOL_BROKEN),

  /** The service was not reached: name, connection, encryption or proxy. */
  SERVICE_NOT_REACHED(FailureKind.UNREACHABLE),
  /** The certificate of the service is not valid; nothing was sent. */
  CERTIFICATE_NOT_VALID(FailureKind.UNREACHABLE),
  /** The certificate of the service is over or has not begun, or a clock is wrong. */
  CERTIFICATE_NOT_VALID_NOW(FailureKind.UNREACHABLE),
  /** The proxy wants to know who calls, and was told nothing or something else. */
  PROXY_CREDENTIALS_REFUSED(FailureKind.UNREACHABLE),
  /** The service kept saying that there are too many calls. */
  TOO_MANY_CALLS(FailureKind.UNREACHABLE),
  /** Calls may have arrived, but no usable answer began. */
  SERVICE_NOT_ANSWERING(FailureKind.UNREACHABLE),
  /** Answers began, and ended too early. */
  ANSWERS_CUT(FailureKind.UNREACHABLE),
  /** The service asks to come back later than the run may last, in the failure's time. */
  COME_BACK_LATER(FailureKind.UNREACHABLE),
  /** The rebuild may not have been asked for, so the rows may be those of the old build. */
  REBUILD_UNCERTAIN(FailureKind.UNREACHABLE),
  /**
   * The service did not say whose the credentials are, and may do so later: after the failure's
   * time, if it asked for one.
   */
  ACCOUNT_NOT_REACHED(FailureKind.UNREACHABLE),

  /** The service refused the request. */
  REQUEST_REFUSED(FailureKind.REQUEST_REFUSED),
  /** The service refused the request, because it asks for too much. */
  REQUEST_TOO_LARGE(FailureKind.REQUEST_REFUSED),
  /** The service refused the request, because its URL names too much. */
  URL_TOO_LONG(FailureKind.REQUEST_REFUSED),
  /** The request was refused as only a proxy refuses. */
  REFUSED_AS_BY_PROXY(FailureKind.REQUEST_REFUSED),
  /**
   * The rows hold values that do not fit the types of their columns, which are fixed: the same
   * request will bring them again, and a smaller one does not help.
   */
  ROWS_DO_NOT_FIT(FailureKind.REQUEST_REFUSED),
  /**
   * The database cannot keep the rows as they are: the same request will bring them again, and a
   * smaller one does not help.
   */
  ROWS_NOT_KEPT(FailureKind.REQUEST_REFUSED),

  /** Another run is changing the history. */
  TARGET_HELD(FailureKind.TARGET_HELD),

  /** A defect of this program. */
  DEFECT(FailureKind.DEFECT),
  /** Java had not enough memory. */
  OUT_OF_MEMORY(FailureKind.DEFECT),
  /** The same, while rows were completed elsewhere that may be there or not. */
  OUT_OF_MEMORY_WHILE_COMPLETING(FailureKind.DEFECT),
  /** The system gave the process no more threads. */
  OUT_OF_THREADS(FailureKind.DEFECT),

  /** The run was told to end. */
  CANCELLED(FailureKind.CANCELLED);

  private final FailureKind kind;

  FailureReason(FailureKind kind) {
    this.kind = requireNonNull(kind, "kind must not be null");
  }

  /** The kind that this reason belongs to. */
  public FailureKind kind() {
    return kind;
  }
}
