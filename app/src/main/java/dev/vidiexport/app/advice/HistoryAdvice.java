package dev.vidiexport.app.advice;

import dev.vidiexport.domain.failure.FailureReason;
import java.util.Optional;

/**
 * What a user of histories can do about a failure where that is not what a user of one export can:
 * other options, and a project file.
 */
final class HistoryAdvice {
  /** How to name another target. */
  static final String TARGET = "target in the project file";

  /** Settings that are fixed can only be others under another name. */
  static final String OR_ANOTHER_FORMAT = ", or use another format, in an entry of a new name.";

  private static final String AGAIN = "The next run asks for it again.";
  private static final String GOES_ON =
      "The next run goes on with it; --timeout gives it more time.";
  private static final String LESS =
      "Use a coarser time_resolution or a shorter window, in an entry of a new name.";

  private HistoryAdvice() {}

  /** What to do about a slice that has no answer; empty where it is what {@link #ofRun} says. */
  static Optional<String> ofSlice(FailureReason reason) {
    if (reason == FailureReason.ACCESS_REFUSED) {
      return Optional.of("Check whether this account may see these sources.");
    }
    return reason == FailureReason.REQUEST_REFUSED
        ? Optional.of("Check the export's entry in the project file.")
        : ofRun(reason);
  }

  /** What to do about the end of a run; empty where it is what a user of one export can do. */
  static Optional<String> ofRun(FailureReason reason) {
    return switch (reason) {
      case BUILD_FAILED -> Optional.of("It is asked for again after a day.");
      case EXPORT_TOO_LARGE, REQUEST_TOO_LARGE, ROW_LIMIT_REACHED -> Optional.of(LESS);
      case URL_TOO_LONG -> Optional.of("List fewer sources in the export's entry.");
      case STILL_BUILDING, ROWS_STILL_COMING, OUTPUT_STILL_WRITTEN -> Optional.of(GOES_ON);
      case LIMITS_HELD, LIMITS_HELD_BEFORE_REBUILD, REBUILD_UNCERTAIN -> Optional.of(AGAIN);
      case LISTING_NEEDS_MORE_TIME -> Optional.of("Raise --timeout.");
      case REQUEST_REFUSED -> Optional.of("Check --base-url.");
      case OUTPUT_IS_FOLDER -> Optional.of("Move it away, and run the same command again.");
      case OUTPUT_NOT_PERMITTED, STAGING_NOT_PERMITTED ->
          Optional.of("Have it made writable for you, or choose another %s.".formatted(TARGET));
      case STAGING_DISK_FULL ->
          Optional.of("Free some space there, or choose another %s.".formatted(TARGET));
      case STAGING_UNUSABLE -> Optional.of("Choose another %s.".formatted(TARGET));
      case FORMAT_NEEDS_FILE, FORMAT_NOT_TOLD, NAME_FITS_OTHER_FORMATS, NAME_FITS_NO_FORMAT ->
          Optional.of("Choose another format in the export's entry.");
      case NAME_CONTRADICTS_OPTION ->
          Optional.of("Choose other sink_options in the export's entry.");
      case TABLE_MISSING ->
          Optional.of(
              "If the database is a new one, or the table was removed, run vidiexport verify"
                  + " --repair, and then vidiexport sync.");
      case CREDENTIALS_IN_URL,
          TOKEN_FILE_OPEN_TO_OTHERS,
          TOKEN_FILE_NOT_PERMITTED,
          TOKEN_FILE_UNUSABLE,
          TOKEN_STILL_AWAITED,
          NAME_FITS_NO_REPORT,
          PLAIN_HTTP_OFF_THIS_MACHINE,
          NOT_A_KEY_STORE,
          RECEIPT_IS_OUTPUT,
          HISTORY_SETTINGS_FIXED,
          HISTORY_OF_OTHER_HOST,
          MOMENT_NOT_POSSIBLE,
          HISTORY_NOT_READABLE,
          SOURCES_NOT_KNOWN,
          CREDENTIALS_REFUSED,
          ACCESS_REFUSED,
          NO_TIME_TO_ASK,
          FORMAT_STILL_CHECKING,
          LISTING_TIME_OVER,
          LISTING_LIMITS_HELD,
          ACCOUNT_LIMITS_HELD,
          OUTPUT_EXISTS,
          OUTPUT_APPEARED,
          OUTPUT_IS_DEVICE,
          OUTPUT_FOLDER_MISSING,
          OUTPUT_BEING_WRITTEN,
          DISK_FULL,
          READER_GONE,
          OUTPUT_UNUSABLE,
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
          SLICE_UNCERTAIN,
          HISTORY_FILE_CHANGED,
          HISTORY_FILE_UNREADABLE,
          REPORT_NOT_POSSIBLE,
          REPORT_COUNTS_TWICE,
          REPORT_FILE_NOT_TOLD,
          REPORT_DAYS_NOT_TOLD,
          REPORT_SITES_NOT_TOLD,
          ROW_FILE_UNREADABLE,
          NATIVE_CODE_UNUSABLE,
          ANSWER_BROKEN,
          ANSWER_BEYOND_BOUNDS,
          ANSWER_SMALLER,
          TOPOLOGY_SMALLER,
          PAGE_INSTEAD_OF_ANSWER,
          NOT_THE_SERVICE,
          COLUMNS_KEEP_CHANGING,
          SERVICE_NOT_REACHED,
          CERTIFICATE_NOT_VALID,
          CERTIFICATE_NOT_VALID_NOW,
          PROXY_CREDENTIALS_REFUSED,
          TOO_MANY_CALLS,
          SERVICE_NOT_ANSWERING,
          ANSWERS_CUT,
          COME_BACK_LATER,
          ACCOUNT_NOT_REACHED,
          REFUSED_AS_BY_PROXY,
          ROWS_DO_NOT_FIT,
          ROWS_NOT_KEPT,
          TARGET_HELD,
          DEFECT,
          OUT_OF_MEMORY,
          OUT_OF_MEMORY_WHILE_COMPLETING,
          OUT_OF_THREADS,
          CANCELLED ->
          Optional.empty();
    };
  }
}
