package dev.vidiexport.app.advice;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.InvalidSettingException;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.rules.Violation;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Adds to a failure what a user of the command line can do about it: which option, variable or
 * command helps. Whoever ended the run knows what happened and why, and nothing of options, because
 * other callers have none.
 */
public final class CommandLineAdvice {
  private static final String PICK_UP = "The same command, without --force-rebuild, picks it up.";
  private static final String ASK_FOR_LESS = "Ask for a shorter range or fewer sources";
  private static final String LOOK = "Check whether the rows are there before you run it again";
  private static final String MORE_MEMORY =
      "Raise -Xmx, the memory that Java may take, for example: java -Xmx1g -jar ...";
  private static final String REPORT_ANSWER =
      "Report it to Quividi's support, with what --verbose says.";

  private static final String SINK_OPTION = "--sink-option ";

  /** An option of a format in the format's own words, which no other text runs into. */
  private static final Pattern FORMAT_OPTION =
      Pattern.compile("(?<![\\w./=-])(?=[a-z0-9][a-z0-9-]*=\\S)");

  /** The same with its value, up to what belongs to the sentence. */
  private static final Pattern WHOLE_FORMAT_OPTION =
      Pattern.compile("(?<![\\w./=-])([a-z0-9][a-z0-9-]*)=(\\S*[^\\s.,;:\"])");

  /** What is written where a failure to write came from, and how to name another. */
  private enum Place {
    OUTPUT("--output", ", or use another --format."),
    RECEIPT("--report", "."),
    DICTIONARY("--dictionary", "."),
    METRICS("--metrics-file", "."),
    PROJECT("FILE", "."),
    TARGET(HistoryAdvice.TARGET, HistoryAdvice.OR_ANOTHER_FORMAT),
    DEMO("folder to run the demo in", ".");

    private final String name;
    private final String orAnotherFormat;

    Place(String name, String orAnotherFormat) {
      this.name = name;
      this.orAnotherFormat = orAnotherFormat;
    }
  }

  private CommandLineAdvice() {}

  /** A failure in words, and what to do about it. */
  public static String told(Failure failure) {
    return told(failure, Place.OUTPUT);
  }

  /** The same, when it ended an export. */
  public static String toldOfExport(Failure failure) {
    return failure.reason() == FailureReason.LISTING_NEEDS_MORE_TIME
        ? goOn(
            failure.message(),
            "Raise --timeout above %s, or leave tags out of --with."
                .formatted(DurationText.atLeast(failure.time().orElseThrow())))
        : told(failure);
  }

  /** The same, when it is the report on a run that could not be written. */
  public static String toldOfReceipt(Failure failure) {
    return told(failure, Place.RECEIPT);
  }

  /** The same, when it is the dictionary of the columns that could not be written. */
  public static String toldOfDictionary(Failure failure) {
    return told(failure, Place.DICTIONARY);
  }

  /** The same, when it is the metrics of a run that could not be written. */
  public static String toldOfMetrics(Failure failure) {
    return told(failure, Place.METRICS);
  }

  /** The same, when it is a new project file that could not be written. */
  public static String toldOfProject(Failure failure) {
    return told(failure, Place.PROJECT);
  }

  /** The same, when it ended the run of a command that is about a history. */
  public static String toldOfHistory(Failure failure) {
    return toldOfHistory(failure, HistoryAdvice.ofRun(failure.reason()));
  }

  /** The same, when it kept one slice of a history from having an answer. */
  public static String toldOfSlice(Failure failure) {
    return toldOfHistory(failure, HistoryAdvice.ofSlice(failure.reason()));
  }

  /**
   * What a sync leaves missing, and what to do about it.
   *
   * @param sentence how much is missing
   * @param goesOn whether the next run asks for some of it
   * @param waits whether some of it is asked for later than that
   */
  public static String toldOfMissing(String sentence, boolean goesOn, boolean waits) {
    String told = goesOn ? goOn(sentence, "Run it again to go on.") : sentence;
    return waits
        ? goOn(
            told,
            "What was refused is asked for again after a day or more, or at once with"
                + " --retry-refused.")
        : told;
  }

  private static String toldOfHistory(Failure failure, Optional<String> own) {
    String words =
        failure.reason() == FailureReason.FORMAT_NEEDS_OPTION
            ? WHOLE_FORMAT_OPTION.matcher(failure.message()).replaceAll("sink_options: {$1: $2}")
            : failure.message();
    return goOn(words, own.orElseGet(() -> advice(failure, Place.TARGET)));
  }

  /** The same in the demo, which has no options of its own. */
  public static String toldInDemo(Failure failure) {
    return switch (failure.reason().kind()) {
      case OUTPUT_NOT_WRITTEN, DEFECT, CANCELLED -> told(failure, Place.DEMO);
      case INVALID_REQUEST,
          CREDENTIALS_REFUSED,
          EXPORT_FAILED,
          TIME_OVER,
          PROTOCOL_BROKEN,
          UNREACHABLE,
          REQUEST_REFUSED,
          TARGET_HELD ->
          goOn(failure.message(), "Run the demo again.");
    };
  }

  /**
   * What is wrong with a value that the user gave, and what to do about it.
   *
   * @param sentence what is wrong, with the name that the value has for the user
   * @param wrong what was thrown because of it
   */
  public static String told(String sentence, IllegalArgumentException wrong) {
    if (wrong instanceof InvalidSettingException invalid) {
      String told = told(new Failure(invalid.reason(), sentence));
      return invalid.choices().isEmpty()
          ? told
          : goOn(told, ": %s.".formatted(String.join(", ", invalid.choices())));
    }
    return sentence;
  }

  /**
   * What is wrong with an argument of a request, and what to do about it.
   *
   * @param option what the argument is called on the command line
   */
  public static String told(String option, Violation violation) {
    String sentence = "%s %s.".formatted(option, violation.problem());
    return violation.unknownToCatalogue()
        ? goOn(sentence, "Send it all the same with --unchecked.")
        : sentence;
  }

  private static String told(Failure failure, Place place) {
    return goOn(
        failure.reason() == FailureReason.FORMAT_NEEDS_OPTION
            ? sayingHowOptionsAreGiven(failure.message())
            : failure.message(),
        advice(failure, place));
  }

  /** Words of a format that say it themselves stay as they are. */
  private static String sayingHowOptionsAreGiven(String words) {
    return words.contains(SINK_OPTION)
        ? words
        : FORMAT_OPTION.matcher(words).replaceAll(SINK_OPTION);
  }

  /** An advice that begins with a sign takes the place of the sentence's full stop. */
  private static String goOn(String sentence, String advice) {
    if (advice.isEmpty()) {
      return sentence;
    }
    return Character.isLetter(advice.charAt(0))
        ? sentence + " " + advice
        : sentence.substring(0, sentence.length() - 1) + advice;
  }

  private static String advice(Failure failure, Place place) {
    return switch (failure.reason()) {
      case CREDENTIALS_IN_URL ->
          "Set VIDICENTER_USERNAME and VIDICENTER_TOKEN, or use --username and --token-file.";
      case TOKEN_FILE_OPEN_TO_OTHERS ->
          ": run chmod 600 on it; in Kubernetes mount the secret with defaultMode: 0400, and set"
              + " fsGroup where the container's user is not root.";
      case TOKEN_FILE_NOT_PERMITTED ->
          "Have it made yours, with mode 600, or in Kubernetes set fsGroup.";
      case TOKEN_FILE_UNUSABLE -> ": pipe the token in with --token-file -, or name a file.";
      case TOKEN_STILL_AWAITED -> ": let what writes it end, or name a file.";
      case FORMAT_NOT_TOLD -> "Choose one with --format.";
      case FORMAT_NEEDS_FILE -> "Name a file with --output.";
      case NAME_FITS_OTHER_FORMATS ->
          "Choose another --output, or with --format what its name promises.";
      case NAME_FITS_NO_FORMAT -> "Choose another --output.";
      case NAME_CONTRADICTS_OPTION -> "Choose another --output, or another --sink-option.";
      case NAME_FITS_NO_REPORT -> "Choose another --report, such as report.json.";
      case PLAIN_HTTP_OFF_THIS_MACHINE -> "Use https, or 127.0.0.1.";
      case NOT_A_KEY_STORE ->
          "Put the certificate into one with keytool -importcert -file CERTIFICATE -keystore FILE,"
              + " and name that.";
      case RECEIPT_IS_OUTPUT ->
          "Choose another %s."
              .formatted(place == Place.DICTIONARY ? place.name : Place.RECEIPT.name);

      case REPORT_NOT_POSSIBLE -> "";
      case REPORT_COUNTS_TWICE -> "Leave one of them out.";
      case REPORT_FILE_NOT_TOLD ->
          "Name its receipt with --receipt, or give --data-type and --time-resolution.";
      case REPORT_DAYS_NOT_TOLD -> "Give --start and --end.";
      case REPORT_SITES_NOT_TOLD -> "Leave --place out, or export the rows with --with names.";

      case HISTORY_SETTINGS_FIXED ->
          "Give it its old name and settings, or a new name and, in a database, a new table.";
      case HISTORY_OF_OTHER_HOST -> "Check --base-url, or choose another target.";
      case MOMENT_NOT_POSSIBLE -> "Choose another --as-of, or leave it out.";
      case SOURCES_NOT_KNOWN -> "Run it without --offline.";
      case HISTORY_NOT_READABLE -> "Write what follows under a new name, in a format that can be.";
      case SLICE_UNCERTAIN -> "Run vidiexport sync again: it finds out whether the rows are there.";
      case TABLE_MISSING ->
          "If the database is a new one, or the table was removed, run vidiexport verify, which can"
              + " have the next vidiexport sync write it again.";
      case HISTORY_FILE_CHANGED ->
          "Run vidiexport verify, which can have the next vidiexport sync write it again.";
      case HISTORY_FILE_UNREADABLE ->
          "If columns or sink_options have been changed, run vidiexport sync first, which writes"
              + " such files again.";

      case ROW_FILE_UNREADABLE -> "Make it again, or leave it out.";

      case CREDENTIALS_REFUSED, ACCESS_REFUSED ->
          "Check VIDICENTER_USERNAME and VIDICENTER_TOKEN, or use --username and --token-file.";

      case BUILD_FAILED -> ASK_FOR_LESS + ", or have it rebuilt with --force-rebuild.";
      case EXPORT_TOO_LARGE, REQUEST_TOO_LARGE -> ASK_FOR_LESS + ".";
      case URL_TOO_LONG -> "Ask for fewer sources.";
      case ROW_LIMIT_REACHED -> ASK_FOR_LESS + ", or accept it as it is with --accept-row-limit.";

      case STILL_BUILDING, ROWS_STILL_COMING, OUTPUT_STILL_WRITTEN, LIMITS_HELD -> PICK_UP;
      case LIMITS_HELD_BEFORE_REBUILD -> ": run the same command again.";
      case NO_TIME_TO_ASK, LISTING_TIME_OVER, LISTING_LIMITS_HELD -> "Raise --timeout.";
      case FORMAT_STILL_CHECKING -> "Raise --timeout" + place.orAnotherFormat;
      case LISTING_NEEDS_MORE_TIME ->
          "Raise --timeout above %s, or use --json without TEXT, which needs 5."
              .formatted(DurationText.atLeast(failure.time().orElseThrow()));
      case ACCOUNT_LIMITS_HELD, ACCOUNT_NOT_REACHED ->
          failure
              .time()
              .map(time -> "; come back in %s.".formatted(DurationText.atLeast(time)))
              .orElse("; try again later.");

      case OUTPUT_EXISTS ->
          switch (place) {
            case OUTPUT, DICTIONARY -> "Add --overwrite to replace it, or " + another(place);
            case RECEIPT, METRICS, PROJECT, TARGET, DEMO -> capital(another(place));
          };
      case OUTPUT_APPEARED ->
          "Remove it or choose another %s, and run the same command again.".formatted(place.name);
      case OUTPUT_IS_FOLDER -> "Name a file in it.";
      case OUTPUT_IS_DEVICE ->
          switch (place) {
            case OUTPUT -> "Use - for standard output, or name a file.";
            case RECEIPT, DICTIONARY, METRICS -> "Name a file for %s.".formatted(place.name);
            case PROJECT, TARGET, DEMO -> capital(another(place));
          };
      case OUTPUT_FOLDER_MISSING -> "Create it first, or " + another(place);
      case OUTPUT_NOT_PERMITTED ->
          "Choose another %s, in a folder that you may write to.".formatted(place.name);
      case OUTPUT_BEING_WRITTEN -> "Wait until that run has ended, or " + another(place);
      case DISK_FULL -> "Free some space there, or " + another(place);
      case READER_GONE -> "Let its reader read to the end, or " + another(place);
      case OUTPUT_UNUSABLE -> capital(another(place));
      case STAGING_NOT_PERMITTED -> "Choose another --staging, in a folder that you may write to.";
      case STAGING_DISK_FULL -> "Free some space there, or choose another --staging.";
      case STAGING_UNUSABLE -> "Choose another --staging.";
      case FORMAT_CANNOT_WORK, FORMAT_NEEDS_OPTION -> "";
      case FORMAT_FAILED ->
          "Report what it says with --verbose to its developer" + place.orAnotherFormat;
      case FORMAT_INCOMPLETE -> "Report it to its developer" + place.orAnotherFormat;
      case LEDGER_MISSING ->
          "Put it back: _vidiexport/backup has copies, which lie beside it where it is a database's. Or"
              + " choose another target.";
      case OUTPUT_UNCERTAIN -> LOOK + ".";
      case OUTPUT_UNCERTAIN_AS_FORMAT_FAILED ->
          LOOK + ", and report what it says with --verbose to its developer.";
      case LEDGER_DAMAGED ->
          "Put the newest copy from _vidiexport/backup in its place, or from beside it where it is a"
              + " database's, and remove its -journal where there is one.";
      case LEDGER_NEWER -> "Use that version, or a newer one.";
      case LEDGER_OLDER -> "Run vidiexport sync, which does it.";
      case LEDGER_HELD -> "Close what reads or writes it, and run the same command again.";
      case LEDGER_NOT_PERMITTED -> "Have both made readable and writable for you.";
      case LEDGER_DISK_FULL -> "Free some space there, and run the same command again.";
      case LEDGER_UNUSABLE ->
          "Check what it lies on, and run the same command again; --verbose shows more.";
      case NATIVE_CODE_UNUSABLE ->
          "Set XDG_CACHE_HOME to a folder that you may write to, on a file system that allows"
              + " execution.";

      case ANSWER_BROKEN, ANSWER_BEYOND_BOUNDS, COLUMNS_KEEP_CHANGING -> REPORT_ANSWER;
      case ANSWER_SMALLER -> "What is there stays as it is; --accept-loss takes such answers.";
      case TOPOLOGY_SMALLER -> "If they are really gone, run it again with --accept-loss.";
      case PAGE_INSTEAD_OF_ANSWER ->
          "Check --base-url, and whether a proxy or a login page is in between.";
      case NOT_THE_SERVICE, REFUSED_AS_BY_PROXY -> "Check --base-url.";
      case REQUEST_REFUSED -> "Check what was asked for, and --base-url.";
      case ROWS_DO_NOT_FIT -> "Put that into the export's entry in the project file.";
      case ROWS_NOT_KEPT -> "Keep this export in a folder, or in another kind of database.";

      case SERVICE_NOT_REACHED -> "Check --base-url, the network and the proxy.";
      case CERTIFICATE_NOT_VALID ->
          "If a certificate authority of your own signs it, name its trust store with"
              + " -Djavax.net.ssl.trustStore=FILE.";
      case CERTIFICATE_NOT_VALID_NOW ->
          "If this clock is right, the certificate must be renewed by whoever runs the service.";
      case PROXY_CREDENTIALS_REFUSED ->
          "Give them in https_proxy=http://USER:PASSWORD@HOST:PORT, without -Dhttps.proxyHost.";
      case TOO_MANY_CALLS -> "Run it again when other runs of this user make fewer calls.";
      case SERVICE_NOT_ANSWERING, ANSWERS_CUT ->
          "Run it again later; --verbose shows what happened to each call.";
      case COME_BACK_LATER -> "Run it again then, or raise --timeout.";
      case REBUILD_UNCERTAIN ->
          "Run it again to have it rebuilt, or without --force-rebuild to accept what is there.";

      case TARGET_HELD -> "Wait until it has ended, or choose another target.";

      case DEFECT -> "Run it again with --verbose, and report what it says.";
      case OUT_OF_MEMORY -> MORE_MEMORY;
      case OUT_OF_MEMORY_WHILE_COMPLETING -> LOOK + ". " + MORE_MEMORY;
      case OUT_OF_THREADS ->
          "Raise the limit of processes that this user or container may have (ulimit -u, pids.max).";
      case CANCELLED -> "";
    };
  }

  private static String another(Place place) {
    return "choose another %s.".formatted(place.name);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
