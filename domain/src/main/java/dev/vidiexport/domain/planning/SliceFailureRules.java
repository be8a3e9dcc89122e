package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.failure.FailureReason;

/** What becomes of a slice, and of a run, by the reason for which asking brought no answer. */
public final class SliceFailureRules {
  private SliceFailureRules() {}

  /** What a failure is for the slice that was asked for. */
  public static SliceVerdict verdict(FailureReason reason) {
    return switch (reason) {
      case ACCESS_REFUSED,
          REQUEST_REFUSED,
          REQUEST_TOO_LARGE,
          URL_TOO_LONG,
          REFUSED_AS_BY_PROXY,
          ROWS_DO_NOT_FIT,
          ROWS_NOT_KEPT ->
          SliceVerdict.REFUSED;
      case BUILD_FAILED,
          EXPORT_TOO_LARGE,
          STILL_BUILDING,
          ROWS_STILL_COMING,
          OUTPUT_STILL_WRITTEN,
          LIMITS_HELD,
          LIMITS_HELD_BEFORE_REBUILD,
          NO_TIME_TO_ASK,
          FORMAT_STILL_CHECKING,
          ANSWER_BROKEN,
          ANSWER_BEYOND_BOUNDS,
          ANSWER_SMALLER,
          PAGE_INSTEAD_OF_ANSWER,
          NOT_THE_SERVICE,
          COLUMNS_KEEP_CHANGING,
          ROW_LIMIT_REACHED,
          SERVICE_NOT_REACHED,
          CERTIFICATE_NOT_VALID,
          CERTIFICATE_NOT_VALID_NOW,
          PROXY_CREDENTIALS_REFUSED,
          TOO_MANY_CALLS,
          SERVICE_NOT_ANSWERING,
          ANSWERS_CUT,
          COME_BACK_LATER,
          REBUILD_UNCERTAIN ->
          SliceVerdict.FAILED;
      // The command line, the credentials and the target are those of all slices.
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
          CREDENTIALS_REFUSED,
          LISTING_TIME_OVER,
          LISTING_LIMITS_HELD,
          LISTING_NEEDS_MORE_TIME,
          ACCOUNT_LIMITS_HELD,
          ACCOUNT_NOT_REACHED,
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
          OUTPUT_UNCERTAIN,
          OUTPUT_UNCERTAIN_AS_FORMAT_FAILED,
          DEFECT,
          OUT_OF_MEMORY,
          OUT_OF_MEMORY_WHILE_COMPLETING,
          OUT_OF_THREADS,
          TOPOLOGY_SMALLER,
          TARGET_HELD,
          HISTORY_SETTINGS_FIXED,
          HISTORY_OF_OTHER_HOST,
          MOMENT_NOT_POSSIBLE,
          HISTORY_NOT_READABLE,
          SOURCES_NOT_KNOWN,
          LEDGER_MISSING,
          LEDGER_DAMAGED,
          LEDGER_NEWER,
          LEDGER_OLDER,
          LEDGER_HELD,
          LEDGER_NOT_PERMITTED,
          LEDGER_DISK_FULL,
          LEDGER_UNUSABLE,
          SLICE_UNCERTAIN,
          TABLE_MISSING,
          HISTORY_FILE_CHANGED,
          HISTORY_FILE_UNREADABLE,
          REPORT_NOT_POSSIBLE,
          REPORT_COUNTS_TWICE,
          REPORT_FILE_NOT_TOLD,
          REPORT_DAYS_NOT_TOLD,
          REPORT_SITES_NOT_TOLD,
          ROW_FILE_UNREADABLE,
          NATIVE_CODE_UNUSABLE,
          CANCELLED ->
          SliceVerdict.ENDS_RUN;
    };
  }

  /**
   * Whether a slice may succeed in halves: VidiCenter refused it, or there was too much in it. Only
   * one that is {@linkplain PlannedSlice#divisible divisible} has halves.
   */
  public static boolean isHalved(FailureReason reason) {
    return isPlainRefusal(reason) || isForSize(reason);
  }

  /**
   * Whether VidiCenter refused a slice without a word about its size: its halves are a mere
   * attempt, and say something about the whole export when both are refused as well.
   */
  static boolean isPlainRefusal(FailureReason reason) {
    return verdict(reason) == SliceVerdict.REFUSED
        && reason != FailureReason.ROWS_DO_NOT_FIT
        && reason != FailureReason.ROWS_NOT_KEPT
        && !isForSize(reason);
  }

  private static boolean isForSize(FailureReason reason) {
    return reason == FailureReason.EXPORT_TOO_LARGE
        || reason == FailureReason.REQUEST_TOO_LARGE
        || reason == FailureReason.URL_TOO_LONG
        || reason == FailureReason.ROW_LIMIT_REACHED;
  }
}
