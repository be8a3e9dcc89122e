package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;

/** What goes on with a run that ended early. */
public enum Continuation {
  /** Nothing does as it is: something has to be changed first, or the run is over for good. */
  NONE,
  /** The same request, as it was made. */
  SAME_REQUEST,
  /**
   * The same request, but that nothing is rebuilt: VidiCenter has been asked for that already, and
   * keeps what it builds.
   */
  SAME_REQUEST_WITHOUT_REBUILD;

  /** What goes on with an export. */
  public static Continuation of(ExportOutcome outcome) {
    boolean goesOn =
        outcome.failure().map(ExportException::reason).filter(Continuation::goesOn).isPresent();
    if (!goesOn) {
      return NONE;
    }
    return outcome.receipt().isTaken() ? SAME_REQUEST_WITHOUT_REBUILD : SAME_REQUEST;
  }

  /**
   * Whether a run that ended for a reason may end well when it is simply repeated, and what it has
   * had built is still of use. Where somebody must decide or change something before, it is not.
   */
  public static boolean goesOn(FailureReason reason) {
    return switch (reason) {
      case STILL_BUILDING,
          ROWS_STILL_COMING,
          OUTPUT_STILL_WRITTEN,
          LIMITS_HELD,
          LIMITS_HELD_BEFORE_REBUILD,
          LISTING_LIMITS_HELD,
          ACCOUNT_LIMITS_HELD,
          SERVICE_NOT_REACHED,
          SERVICE_NOT_ANSWERING,
          ANSWERS_CUT,
          ACCOUNT_NOT_REACHED,
          TOO_MANY_CALLS,
          COME_BACK_LATER,
          CANCELLED ->
          true;
      case CREDENTIALS_IN_URL,
          TOKEN_FILE_OPEN_TO_OTHERS,
          TOKEN_FILE_NOT_PERMITTED,
          TOKEN_FILE_UNUSABLE,
          TOKEN_STILL_AWAITED,
          FORMAT_NOT_TOLD,
          FORMAT_NEEDS_FILE,
          NAME_FITS_OTHER_FORMATS,
          NAME_FITS_NO_FORMAT,
          NAME_CONTRADICTS_OPTION,
          NAME_FITS_NO_REPORT,
          PLAIN_HTTP_OFF_THIS_MACHINE,
          NOT_A_KEY_STORE,
          RECEIPT_IS_OUTPUT,
          REPORT_NOT_POSSIBLE,
          REPORT_COUNTS_TWICE,
          REPORT_FILE_NOT_TOLD,
          REPORT_DAYS_NOT_TOLD,
          REPORT_SITES_NOT_TOLD,
          HISTORY_SETTINGS_FIXED,
          HISTORY_OF_OTHER_HOST,
          MOMENT_NOT_POSSIBLE,
          HISTORY_NOT_READABLE,
          SOURCES_NOT_KNOWN,
          CREDENTIALS_REFUSED,
          ACCESS_REFUSED,
          BUILD_FAILED,
          EXPORT_TOO_LARGE,
          NO_TIME_TO_ASK,
          FORMAT_STILL_CHECKING,
          LISTING_TIME_OVER,
          LISTING_NEEDS_MORE_TIME,
          OUTPUT_EXISTS,
          OUTPUT_APPEARED,
          OUTPUT_IS_FOLDER,
          OUTPUT_IS_DEVICE,
          OUTPUT_FOLDER_MISSING,
          OUTPUT_NOT_PERMITTED,
          OUTPUT_BEING_WRITTEN,
          DISK_FULL,
          READER_GONE,
          OUTPUT_UNUSABLE,
          STAGING_NOT_PERMITTED,
          STAGING_DISK_FULL,
          STAGING_UNUSABLE,
          FORMAT_CANNOT_WORK,
          FORMAT_NEEDS_OPTION,
          FORMAT_FAILED,
          FORMAT_INCOMPLETE,
          LEDGER_MISSING,
          OUTPUT_UNCERTAIN,
          OUTPUT_UNCERTAIN_AS_FORMAT_FAILED,
          LEDGER_DAMAGED,
          LEDGER_NEWER,
          LEDGER_OLDER,
          LEDGER_HELD,
          LEDGER_NOT_PERMITTED,
          LEDGER_DISK_FULL,
          LEDGER_UNUSABLE,
          HISTORY_FILE_CHANGED,
          NATIVE_CODE_UNUSABLE,
          ANSWER_BROKEN,
          ANSWER_BEYOND_BOUNDS,
          PAGE_INSTEAD_OF_ANSWER,
          NOT_THE_SERVICE,
          COLUMNS_KEEP_CHANGING,
          ROW_LIMIT_REACHED,
          HISTORY_FILE_UNREADABLE,
          ROW_FILE_UNREADABLE,
          ANSWER_SMALLER,
          TOPOLOGY_SMALLER,
          CERTIFICATE_NOT_VALID,
          CERTIFICATE_NOT_VALID_NOW,
          PROXY_CREDENTIALS_REFUSED,
          REBUILD_UNCERTAIN,
          REQUEST_REFUSED,
          REQUEST_TOO_LARGE,
          URL_TOO_LONG,
          REFUSED_AS_BY_PROXY,
          ROWS_DO_NOT_FIT,
          TARGET_HELD,
          DEFECT,
          OUT_OF_MEMORY,
          OUT_OF_MEMORY_WHILE_COMPLETING,
          OUT_OF_THREADS ->
          false;
    };
  }
}
